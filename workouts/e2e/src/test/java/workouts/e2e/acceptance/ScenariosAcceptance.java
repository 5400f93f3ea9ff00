package workouts.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.e2e.acceptance.FailingCommits.ALWAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workouts.chassis.testing.Answer;
import workouts.e2e.gym.Account;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Guest;
import workouts.e2e.gym.Gym;

/// What went wrong in the system that this one replaces, each by its number in that list, through all the services.
///
/// One gym for all; in each scenario trainer and attendees are new, so none meets another.
@Timeout(120)
final class ScenariosAcceptance {
    private static final class Shared {
        static final GymInOneProcess ONE = new GymInOneProcess();
    }

    @AfterAll
    static void stop() {
        Shared.ONE.close();
    }

    private final GymInOneProcess network = Shared.ONE;
    private final Gym gym = network.gym();
    private final UUID trainerId = UUID.randomUUID();
    private final Guest trainer = gym.trainer(trainerId);
    private final Map<UUID, Long> granted = new HashMap<>();
    private final Instant hour = gym.hour(10, 13);
    private final Instant otherHour = gym.hour(10, 15);
    private final Instant thirdHour = gym.hour(11, 17);

    /// Whatever a scenario is about: in the end hours, trainings and credits agree, and nothing is owed.
    @AfterEach
    void theBooksAreGood() {
        network.failAt(_ -> {});
        network.recover();
        network.toTrainer().deliverLate();
        network.toUsers().deliverLate();
        assertThat(new Books(gym, gym.today().minusDays(3), List.of(trainerId), granted, _ -> 1).disagreements())
                .isEmpty();
        assertThat(network.owed()).isZero();
    }

    private Guest attendee(long credits) {
        var id = UUID.randomUUID();
        granted.put(id, credits);
        if (credits > 0) {
            network.grant(id, credits);
        }
        return gym.attendee(id);
    }

    private void open(Instant... hours) {
        assertThat(trainer.open(hours).status()).isEqualTo(204);
    }

    private static void assertRefused(Answer answer, int status, String slug) {
        assertThat(answer.told()).isEqualTo(status + " " + slug);
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    @Test
    @DisplayName("1: a note is read back as it was booked")
    void note() {
        open(hour);
        var ada = attendee(1);
        var booked = ada.book(trainerId, hour, "mind my knee, ö and 🏋");
        assertThat(booked.status()).isEqualTo(201);
        var training = ada.ask(booked.header("Location").orElseThrow()).json();
        assertThat(training.path("notes").asText()).isEqualTo("mind my knee, ö and 🏋");
        assertThat(training).isEqualTo(booked.json());
        assertThat(trainer.everyTraining()).containsExactly(training);
    }

    @Test
    @DisplayName("2: without a credit there is no training, and the hour is untouched")
    void noCredit() {
        open(hour);
        var ada = attendee(0);
        assertRefused(ada.book(trainerId, hour, ""), 409, "not-enough-credits");
        assertThat(ada.everyTraining()).isEmpty();
        assertThat(ada.hour(trainerId, hour)).isEqualTo("available");
        assertThat(ada.statement()).isEmpty();
    }

    @Test
    @DisplayName("3: a taken hour is refused and costs nothing")
    void takenHour() {
        open(hour);
        var ada = attendee(1);
        ada.booked(trainerId, hour);
        var ben = attendee(3);
        assertRefused(ben.book(trainerId, hour, ""), 409, "hour-not-available");
        assertThat(ben.balance()).isEqualTo(3);
        assertThat(ben.everyTraining()).isEmpty();
    }

    @Test
    @DisplayName("4: cancelled ten times while the hours are away, a training gives its credit back once")
    void cancelTenTimes() {
        open(hour);
        var ada = attendee(1);
        var training = ada.booked(trainerId, hour);
        network.toTrainer().plan("CancelTraining", Fault.AWAY);
        for (int time = 0; time < 10; time++) {
            var answer = ada.cancel(training);
            assertRefused(answer, 503, "still-in-progress");
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(ada.balance()).isZero();
        }
        network.recover();
        assertRefused(ada.cancel(training), 409, "already-canceled");
        assertThat(ada.balance()).isEqualTo(1);
        assertThat(ada.hour(trainerId, hour)).isEqualTo("available");
        assertThat(gym.account(ada.id())).isEqualTo(new Account(1, 0, 1, 2));
    }

    @Test
    @DisplayName("5: a training that has begun is not cancelled, by nobody and for no credit")
    void pastTraining() {
        var tomorrow = gym.hour(1, 12);
        open(tomorrow);
        var ada = attendee(5);
        var training = ada.booked(trainerId, tomorrow);
        network.clock().set(tomorrow);
        assertRefused(trainer.cancel(training), 409, "training-in-the-past");
        network.clock().advance(Duration.ofHours(30));
        assertRefused(trainer.cancel(training), 409, "training-in-the-past");
        assertRefused(ada.cancel(training), 409, "training-in-the-past");
        assertThat(ada.balance()).isEqualTo(4);
    }

    @Test
    @DisplayName("6: one attendee cannot free the hour of another")
    void foreignHour() {
        open(hour, otherHour);
        var ben = attendee(2);
        var bens = ben.booked(trainerId, hour);
        var ada = attendee(5);
        assertRefused(ada.book(trainerId, hour, ""), 409, "hour-not-available");
        assertRefused(ada.cancel(bens), 404, "training-not-found");
        assertRefused(ada.move(bens, otherHour), 404, "training-not-found");
        assertRefused(ada.propose(bens, otherHour), 404, "training-not-found");
        assertRefused(ada.approve(bens), 404, "training-not-found");
        assertRefused(ada.reject(bens), 404, "training-not-found");
        assertRefused(ada.ask(bens), 404, "training-not-found");
        assertRefused(gym.trainer(UUID.randomUUID()).cancel(bens), 404, "training-not-found");
        var adas = ada.booked(trainerId, otherHour);
        assertRefused(ada.move(adas, hour), 409, "hour-not-available");
        assertDone(ada.cancel(adas));
        assertRefused(ada.cancel(adas), 409, "already-canceled");
        assertThat(ben.hour(trainerId, hour)).isEqualTo("booked");
        assertThat(ben.ask(bens).json().path("canceled").asBoolean()).isFalse();
        assertRefused(trainer.open(hour), 409, "hour-booked");
        assertRefused(trainer.close(hour), 409, "hour-booked");
    }

    @Test
    @DisplayName("7: a move that is killed between its hours holds one of them in the end")
    void killedMove() {
        open(hour, otherHour);
        var ada = attendee(1);
        var training = ada.booked(trainerId, hour);
        network.failAt(name -> {
            if (name.equals("Move.RELEASE_OLD.BEFORE_CALL")) {
                throw new ProcessKilled();
            }
        });
        assertThat(ada.move(training, otherHour).status()).isEqualTo(500);
        assertThat(List.of(ada.hour(trainerId, hour), ada.hour(trainerId, otherHour)))
                .as("both are held when it dies")
                .containsExactly("booked", "booked");
        network.failAt(_ -> {});
        network.recover();
        assertThat(List.of(ada.hour(trainerId, hour), ada.hour(trainerId, otherHour)))
                .containsExactly("available", "booked");
        assertThat(ada.ask(training).json().path("time").asText()).isEqualTo(otherHour.toString());
    }

    /// What a thread sees of the end of its process.
    private static final class ProcessKilled extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    @DisplayName("8: nothing can be done with a cancelled training")
    void cancelledTraining() {
        open(hour, otherHour);
        var ada = attendee(2);
        var training = ada.booked(trainerId, hour);
        assertDone(ada.propose(training, otherHour));
        assertDone(ada.cancel(training));
        var before = ada.ask(training).json();
        for (var guest : List.of(ada, trainer)) {
            assertRefused(guest.cancel(training), 409, "already-canceled");
            assertRefused(guest.move(training, otherHour), 409, "already-canceled");
            assertRefused(guest.propose(training, otherHour), 409, "already-canceled");
            assertRefused(guest.approve(training), 409, "already-canceled");
            assertRefused(guest.reject(training), 409, "already-canceled");
        }
        assertThat(ada.ask(training).json()).isEqualTo(before);
        assertThat(ada.balance()).isEqualTo(2);
        assertThat(ada.hour(trainerId, hour)).isEqualTo("available");
        assertThat(ada.hour(trainerId, otherHour)).isEqualTo("available");
    }

    @Test
    @DisplayName("9: a proposal is gone after a move")
    void proposalAfterMove() {
        open(hour, otherHour, thirdHour);
        var ada = attendee(1);
        var training = ada.booked(trainerId, hour);
        assertDone(trainer.propose(training, thirdHour));
        assertThat(ada.ask(training).json().path("proposedTime").asText()).isEqualTo(thirdHour.toString());
        assertDone(ada.move(training, otherHour));
        assertThat(ada.ask(training).json().has("proposedTime")).isFalse();
        assertRefused(ada.approve(training), 409, "no-reschedule-requested");
        assertThat(ada.hour(trainerId, otherHour)).isEqualTo("booked");
    }

    @Test
    @DisplayName("10: a commit that is aborted once changes the balance once")
    void abortedCommit() {
        open(hour);
        var ada = attendee(3);
        var training = ada.booked(trainerId, hour);
        try (var commits = new FailingCommits(network.sql("trainings"), "delete on trainings.outbox", 1)) {
            var answer = ada.cancel(training);
            assertThat(answer.status()).as(answer.toString()).isNotEqualTo(204);
            network.recover();
            assertThat(commits.failed()).isTrue();
        }
        assertRefused(ada.cancel(training), 409, "already-canceled");
        assertThat(ada.balance()).isEqualTo(3);
        assertThat(gym.account(ada.id())).isEqualTo(new Account(3, 0, 1, 4));
    }

    @Test
    @DisplayName("11: the same booking sent twice with one key books once and costs once")
    void sameKey() {
        open(hour, otherHour);
        var ada = attendee(5);
        var key = UUID.randomUUID();
        var first = ada.bookOnce(key, trainerId, hour, "once");
        assertThat(first.status()).isEqualTo(201);
        var second = ada.bookOnce(key, trainerId, hour, "once");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertRefused(ada.bookOnce(key, trainerId, otherHour, "once"), 422, "idempotency-key-reused");
        assertThat(ada.everyTraining()).hasSize(1);
        assertThat(ada.balance()).isEqualTo(4);
    }

    @Test
    @DisplayName("12: 1,000 characters of two bytes are a note, 1,001 characters are none, at booking as at a move")
    void longNotes() {
        open(hour, otherHour);
        var ada = attendee(3);
        var longest = "ö".repeat(1_000);
        assertRefused(ada.book(trainerId, hour, longest + "!"), 422, "note-too-long");
        assertThat(ada.balance()).isEqualTo(3);
        var booked = ada.book(trainerId, hour, longest);
        assertThat(booked.status()).isEqualTo(201);
        var training = booked.header("Location").orElseThrow();
        assertRefused(ada.move(training, otherHour, longest + "!"), 422, "note-too-long");
        assertThat(ada.hour(trainerId, otherHour)).isEqualTo("available");
        assertDone(ada.move(training, otherHour, "ü".repeat(1_000)));
        assertThat(ada.ask(training).json().path("notes").asText()).isEqualTo("ü".repeat(1_000));
    }

    @Test
    @DisplayName("13: a calendar from mid-day has each day once, and one of 40 years is refused")
    void calendar() {
        open(hour, otherHour);
        var ada = attendee(0);
        var answer = ada.calendar(
                trainerId, hour.minusSeconds(3_599).toString(), gym.hour(12, 23).toString());
        assertThat(answer.status()).isEqualTo(200);
        var days = StreamSupport.stream(answer.json().spliterator(), false)
                .map(day -> day.path("date").asText())
                .toList();
        var first = gym.today().plusDays(10);
        assertThat(days)
                .containsExactly(
                        first.toString(),
                        first.plusDays(1).toString(),
                        first.plusDays(2).toString());
        assertThat(answer.json().path(0).path("hasFreeHours").asBoolean()).isTrue();
        assertThat(answer.json().path(0).path("hours")).hasSize(9);
        assertRefused(ada.calendar(trainerId, "2027-01-01", "2067-01-01"), 400, "range-too-long");
    }

    @Test
    @DisplayName("14: an empty list is a list")
    void emptyList() {
        assertThat(attendee(0).ask("").body()).isEqualTo("{\"trainings\":[]}");
    }

    @Test
    @DisplayName("15: from New York, Kolkata and Sydney the hour that is shown is the one that is booked")
    void zones() {
        var zones = List.of("America/New_York", "Asia/Kolkata", "Australia/Sydney");
        var hours = List.of(gym.hour(10, 12), gym.hour(10, 20), gym.hour(21, 16));
        open(hours.toArray(Instant[]::new));
        for (int place = 0; place < zones.size(); place++) {
            var shown = hours.get(place);
            var local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(shown.atZone(ZoneId.of(zones.get(place))));
            var ada = attendee(1);
            var booked = ada.book(trainerId, local, zones.get(place));
            assertThat(booked.status()).as(local + ": " + booked).isEqualTo(201);
            assertThat(booked.json().path("time").asText()).isEqualTo(shown.toString());
            assertThat(ada.hour(trainerId, shown)).isEqualTo("booked");
        }
    }

    @Test
    @DisplayName("16: of 20 bookings at the same time 5 credits pay for 5, and the statement adds up")
    void manyAtOnce() throws Exception {
        var hours = IntStream.range(0, 20)
                .mapToObj(place -> gym.hour(10 + place / 9, 12 + place % 9))
                .toList();
        open(hours.toArray(Instant[]::new));
        var ada = attendee(5);
        var answers = atOnce(hours, each -> ada.book(trainerId, each, "")).stream()
                .map(Answer::told)
                .toList();
        assertThat(answers).filteredOn("201"::equals).hasSize(5);
        assertThat(answers).filteredOn("409 not-enough-credits"::equals).hasSize(15);
        assertThat(ada.balance()).isZero();
        assertThat(ada.statement().stream()
                        .mapToLong(change -> change.path("amount").asLong())
                        .sum())
                .isZero();
        assertThat(ada.statement()).allMatch(change -> change.path("balance").asLong() >= 0);
        assertThat(gym.account(ada.id())).isEqualTo(new Account(0, 0, 5, 5));
    }

    private static <T> List<Answer> atOnce(List<T> questions, Function<T, Answer> ask) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = questions.stream()
                    .<Callable<Answer>>map(question -> () -> ask.apply(question))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : threads.invokeAll(asked)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    @DisplayName("17: narrower working hours leave what is booked readable and cancellable")
    void narrowerHours() {
        open(hour, otherHour);
        var ada = attendee(3);
        var training = ada.booked(trainerId, hour);
        network.restartTrainer("--workouts.trainer.first-hour=18", "--workouts.trainer.last-hour=19");
        try {
            assertThat(ada.ask(training).status()).isEqualTo(200);
            assertThat(ada.hour(trainerId, hour)).isEqualTo("booked");
            assertRefused(ada.book(trainerId, otherHour, ""), 422, "outside-working-hours");
            assertDone(ada.cancel(training));
            assertThat(ada.balance()).isEqualTo(3);
            assertThat(ada.hour(trainerId, hour)).isNotEqualTo("booked");
        } finally {
            network.restartTrainer();
        }
    }

    @Test
    @DisplayName("18: a commit that fails is told as a failure")
    void failingCommit() {
        try (var commits = new FailingCommits(network.sql("trainer"), "insert or update on trainer.hours", ALWAYS)) {
            assertThat(trainer.open(hour).status()).isGreaterThanOrEqualTo(500);
            assertThat(commits.failed()).isTrue();
        }
        assertThat(trainer.hour(trainerId, hour)).isEqualTo("closed");
        open(hour);
        var ada = attendee(1);
        try (var commits = new FailingCommits(network.sql("trainings"), "insert on trainings.trainings", ALWAYS)) {
            assertThat(ada.book(trainerId, hour, "").status()).isGreaterThanOrEqualTo(500);
            assertThat(commits.failed()).isTrue();
            assertThat(ada.everyTraining()).isEmpty();
        }
        network.recover();
        assertThat(ada.everyTraining()).as("the booking went on by itself").hasSize(1);
        assertThat(ada.balance()).isZero();
    }

    @Test
    @DisplayName("the books with which every scenario ends find what does not agree")
    void badBooks() {
        open(hour);
        var ada = attendee(2);
        ada.booked(trainerId, hour);
        var tooMuch = new Books(gym, gym.today(), List.of(trainerId), Map.of(ada.id(), 3L), _ -> 1);
        assertThat(tooMuch.disagreements()).singleElement().asString().contains("was to be expected");
        var good = new Books(gym, gym.today(), List.of(trainerId), granted, _ -> 1);
        assertThat(good.disagreements()).isEmpty();
        var hours = network.sql("trainer");
        var _ = hours.sql("create table kept as select * from hours where trainer = ?")
                .param(trainerId)
                .update();
        var _ = hours.sql("delete from hours where trainer = ?")
                .param(trainerId)
                .update();
        assertThat(good.disagreements()).singleElement().asString().contains("hours held []");
        var _ = hours.sql("insert into hours select * from kept").update();
        var _ = hours.sql("drop table kept").update();
    }
}
