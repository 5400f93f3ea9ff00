package workouts.e2e.gym;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;

/// Whether hours, trainings and credits agree when nothing is under way.
///
/// @param firstDay of the calendar that is looked at; what was before is not
/// @param trainers everybody who has hours
/// @param granted what each attendee was given in the beginning
/// @param returned what the cancellation of a training has to have given back
public record Books(
        Gym gym,
        LocalDate firstDay,
        Collection<UUID> trainers,
        Map<UUID, Long> granted,
        ToLongFunction<JsonNode> returned) {
    private static final int CALENDAR_DAYS = 60;

    /// Everything that does not agree; empty if the books are good.
    public List<String> disagreements() {
        var found = new ArrayList<String>();
        trainers.forEach(trainer -> checkHours(trainer, found));
        granted.forEach((attendee, credits) -> checkCredits(attendee, credits, found));
        return found;
    }

    /// An hour is held exactly when one live training is there, and by no more than one.
    private void checkHours(UUID trainer, List<String> found) {
        var live = new TreeSet<Instant>();
        var first = firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var training : gym.trainer(trainer).everyTraining()) {
            if (Instant.parse(training.path("time").asText()).isBefore(first)) {
                continue;
            }
            if (training.path("changeInProgress").asBoolean()) {
                found.add("not finished: " + training);
            }
            if (!isCanceled(training)
                    && !live.add(Instant.parse(training.path("time").asText()))) {
                found.add("two live trainings in one hour: " + training);
            }
        }
        var booked = bookedHours(trainer);
        if (!booked.equals(live)) {
            found.add("trainer %s: hours held %s, live trainings %s".formatted(trainer, booked, live));
        }
    }

    private TreeSet<Instant> bookedHours(UUID trainer) {
        var booked = new TreeSet<Instant>();
        var days = gym.trainer(trainer)
                .calendar(
                        trainer,
                        firstDay.toString(),
                        firstDay.plusDays(CALENDAR_DAYS).toString())
                .json();
        for (var day : days) {
            for (var hour : day.path("hours")) {
                if (hour.path("hasTrainingScheduled").asBoolean()) {
                    booked.add(Instant.parse(hour.path("hour").asText()));
                }
            }
        }
        return booked;
    }

    /// Everybody paid once for each training and got back what its cancellation gives, in the ledger as in the
    /// statement.
    private void checkCredits(UUID attendee, long credits, List<String> found) {
        var guest = gym.attendee(attendee);
        var trainings = guest.everyTraining();
        long back =
                trainings.stream().filter(Books::isCanceled).mapToLong(returned).sum();
        var expected = new Account(credits - trainings.size() + back, 0, trainings.size(), credits + back);
        var account = gym.account(attendee);
        if (!account.equals(expected) || account.available() < 0) {
            found.add("attendee %s: %s, but %s was to be expected of %s"
                    .formatted(attendee, account, expected, trainings));
        }
        checkStatement(guest, account, found);
    }

    private static void checkStatement(Guest guest, Account account, List<String> found) {
        long sum = 0;
        var trainings = new HashSet<String>();
        for (var change : guest.statement().reversed()) {
            sum += change.path("amount").asLong();
            if (sum != change.path("balance").asLong() || sum < 0) {
                found.add("attendee %s: the sum is %d at %s".formatted(guest.id(), sum, change));
            }
            var paid = change.path("trainingUuid").asText();
            if (change.path("kind").asText().equals("booked") && !trainings.add(paid)) {
                found.add("attendee %s paid twice: %s".formatted(guest.id(), change));
            }
        }
        if (sum != account.available() || guest.balance() != sum) {
            found.add("attendee %s: statement %d, shown %d, ledger %s"
                    .formatted(guest.id(), sum, guest.balance(), account));
        }
    }

    private static boolean isCanceled(JsonNode training) {
        return training.path("canceled").asBoolean();
    }
}
