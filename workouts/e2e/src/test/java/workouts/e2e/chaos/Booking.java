package workouts.e2e.chaos;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import workouts.chassis.testing.Answer;
import workouts.e2e.gym.Guest;

/// One booking that is asked for with its key until there is an answer, and then again. Belongs to one thread.
final class Booking {
    private final UUID key;
    private final UUID trainer;
    private final Instant hour;
    private Optional<Answer> answer = Optional.empty();
    private int unanswered;

    Booking(UUID key, UUID trainer, Instant hour) {
        this.key = key;
        this.trainer = trainer;
        this.hour = hour;
    }

    /// Asks once.
    ///
    /// @return whether there is a definite answer now
    boolean ask(Guest attendee) {
        var given = definite(() -> attendee.bookOnce(key, trainer, hour, "chaos"));
        given.ifPresent(this::remember);
        if (given.isEmpty()) {
            unanswered++;
        }
        return given.isPresent();
    }

    /// The first definite answer stays: each later one has to be the same.
    private void remember(Answer given) {
        if (answer.isPresent() && !told(answer.get()).equals(told(given))) {
            throw new AssertionError("%s was answered %s, then %s".formatted(key, answer.get(), given));
        }
        answer = Optional.of(given);
    }

    private static String told(Answer answer) {
        return answer.told() + " " + answer.header("Location").orElse("");
    }

    boolean isOpen() {
        return answer.isEmpty();
    }

    /// How often nobody knew.
    int unanswered() {
        return unanswered;
    }

    /// The training's path if it was booked.
    Optional<String> training() {
        return answer.flatMap(given -> given.header("Location"));
    }

    /// An answer that says what became of it: it was done, or it was refused. A connection that breaks, and the word
    /// that something is away or not finished, say neither.
    static Optional<Answer> definite(Question question) {
        try {
            var answer = question.ask();
            if (answer.status() == 500) {
                throw new AssertionError("a fault: " + answer);
            }
            return answer.status() == 503 ? Optional.empty() : Optional.of(answer);
        } catch (UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    /// Asks a service.
    interface Question {
        Answer ask();
    }
}
