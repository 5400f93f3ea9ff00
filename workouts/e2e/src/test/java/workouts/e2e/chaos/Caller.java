package workouts.e2e.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import workouts.e2e.gym.Guest;

/// An attendee who books, moves and cancels all the time, whatever happens. Belongs to one thread at a time.
final class Caller {
    /// One in so many gives up after a try or two, as people do; an open booking is asked for again in the end.
    private static final int GIVES_UP_ONE_IN = 8;

    private static final int FEW_TRIES_MAX = 3;

    /// Long after the last service has come back.
    private static final int TRIES_MAX = 3_000;

    private final Guest attendee;
    private final List<UUID> trainers;
    private final List<Instant> hours;
    private final SplittableRandom random;
    private final List<Booking> bookings = new ArrayList<>();
    private int resolvedLater;
    private int moves;
    private int cancels;
    private int unknownChanges;

    Caller(Guest attendee, List<UUID> trainers, List<Instant> hours, SplittableRandom random) {
        this.attendee = attendee;
        this.trainers = trainers;
        this.hours = hours;
        this.random = random;
    }

    Guest attendee() {
        return attendee;
    }

    /// Makes so many bookings, evenly between the kills, and changes some of what was booked.
    void run(int count, int killsInAll, Progress progress) throws InterruptedException {
        for (int place = 0; place < count; place++) {
            progress.awaitKills((int) ((long) place * killsInAll / count));
            var booking = new Booking(id(), trainers.get(random.nextInt(trainers.size())), hour());
            bookings.add(booking);
            if (answered(() -> booking.ask(attendee), progress)) {
                var training = booking.training();
                if (training.isPresent()) {
                    change(training.get(), progress);
                }
            }
        }
        progress.finished();
    }

    private interface Attempt {
        boolean isAnswered();
    }

    /// Tries until there is a definite answer, or until the patience is over.
    private boolean answered(Attempt attempt, Progress progress) throws InterruptedException {
        int triesMax = random.nextInt(GIVES_UP_ONE_IN) == 0 ? 1 + random.nextInt(FEW_TRIES_MAX) : TRIES_MAX;
        for (int tries = 1; !attempt.isAnswered(); tries++) {
            if (tries == triesMax) {
                return false;
            }
            progress.awaitNews();
        }
        progress.answered();
        return true;
    }

    /// Moves it, cancels it, or leaves it alone.
    private void change(String training, Progress progress) throws InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> {
                moves++;
                var to = hour();
                note(() -> attendee.move(training, to), progress);
            }
            case 1 -> {
                cancels++;
                note(() -> attendee.cancel(training), progress);
            }
            default -> {}
        }
    }

    /// What is not known afterwards is not asked again: the books tell.
    private void note(Booking.Question question, Progress progress) throws InterruptedException {
        if (!answered(() -> Booking.definite(question).isPresent(), progress)) {
            unknownChanges++;
        }
    }

    /// Asks for everything that is open until it is answered, and for everything again that was.
    void resolve(Progress progress) throws InterruptedException {
        for (var booking : bookings) {
            resolvedLater += booking.isOpen() ? 1 : 0;
            for (int tries = 0; !booking.ask(attendee); tries++) {
                if (tries == TRIES_MAX) {
                    throw new AssertionError("a network that works leaves a booking undecided");
                }
                progress.awaitNews();
            }
        }
    }

    /// Trainings that exist without a key that says so, or the other way round.
    List<String> disagreements() {
        var answered = new HashSet<String>();
        bookings.forEach(booking -> booking.training().ifPresent(answered::add));
        var there = new HashSet<String>();
        attendee.everyTraining()
                .forEach(training ->
                        there.add("/api/trainings/" + training.path("uuid").asText()));
        return answered.equals(there)
                ? List.of()
                : List.of("attendee %s was told %s, there is %s".formatted(attendee.id(), answered, there));
    }

    int confirmed() {
        return (int) bookings.stream()
                .filter(booking -> booking.training().isPresent())
                .count();
    }

    int refused() {
        return (int) bookings.stream()
                .filter(booking -> !booking.isOpen() && booking.training().isEmpty())
                .count();
    }

    /// Bookings that were open when the load ended.
    int resolvedLater() {
        return resolvedLater;
    }

    int unanswered() {
        return bookings.stream().mapToInt(Booking::unanswered).sum();
    }

    int moves() {
        return moves;
    }

    int cancels() {
        return cancels;
    }

    int unknownChanges() {
        return unknownChanges;
    }

    private Instant hour() {
        return hours.get(random.nextInt(hours.size()));
    }

    private UUID id() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
