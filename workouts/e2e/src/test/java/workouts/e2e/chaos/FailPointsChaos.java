package workouts.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.testing.Answer;
import workouts.demo.Member;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Guest;
import workouts.e2e.process.GymOfProcesses;
import workouts.e2e.process.QuickStart;

/// The trainings service dies at exactly the worst moments of each change: when a neighbour has done its part and
/// nobody has written that down, and when it is written down and nothing has followed yet. Started again, it finishes
/// what it has begun.
@Timeout(300)
final class FailPointsChaos {
    private static final long CREDITS = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder = Path.of("");

    private static Optional<GymOfProcesses> started = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        // what is booked before the fail point is reached has to be booked on a busy machine, too
        var patient = Map.of(Member.TRAININGS, List.of("-Dworkouts.trainings.answer-within=PT20S"));
        started = Optional.of(GymOfProcesses.start(folder, GymOfProcesses.joined(QuickStart.flags(), patient)));
    }

    @AfterAll
    static void stop() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private final GymOfProcesses processes = started.orElseThrow();
    private final LocalDate today = processes.gym().today();
    private final UUID trainerId = UUID.randomUUID();
    private final Guest trainer = processes.gym().trainer(trainerId);
    private final Guest ada = processes.gym().attendee(UUID.randomUUID());
    private final List<Instant> hours = IntStream.of(13, 15, 17)
            .mapToObj(hour -> processes.gym().hour(10, hour))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Book.HOLD_CREDIT.BEFORE_CALL",
                "Book.HOLD_CREDIT.AFTER_CALL",
                "Book.RESERVE_HOUR.AFTER_CALL",
                "Book.RESERVE_HOUR.AFTER_COMMIT",
                "Book.CAPTURE_CREDIT.AFTER_CALL",
                "Move.RESERVE_NEW.AFTER_CALL",
                "Move.RELEASE_OLD.BEFORE_CALL",
                "Move.RELEASE_OLD.AFTER_CALL",
                "Cancel.RELEASE_HOUR.AFTER_CALL",
                "Cancel.RETURN_CREDITS.BEFORE_CALL",
                "Cancel.RETURN_CREDITS.AFTER_CALL"
            })
    void whatWasBegunIsFinishedAfterTheNextStart(String failPoint) throws Exception {
        assertThat(trainer.open(hours.toArray(Instant[]::new)).status()).isEqualTo(204);
        processes.grant(ada.id(), CREDITS);
        var kept = ada.booked(trainerId, hours.get(2));
        var network = processes.network();
        network.stop(Member.TRAININGS);
        network.start(Member.TRAININGS, Optional.of(failPoint + ":1"));

        var key = UUID.randomUUID();
        boolean answered = Booking.definite(() -> act(failPoint, kept, key)).isPresent();
        assertThat(answered).as("it dies before it answers").isFalse();
        while (network.isAlive(Member.TRAININGS)) {
            Thread.onSpinWait();
        }
        network.start(Member.TRAININGS);

        while (processes.owed() > 0) {
            Thread.onSpinWait();
        }
        check(failPoint, kept, key);
    }

    private Answer act(String failPoint, String kept, UUID key) {
        if (failPoint.startsWith("Book")) {
            return ada.bookOnce(key, trainerId, hours.getFirst(), "");
        }
        return failPoint.startsWith("Move") ? ada.move(kept, hours.getFirst()) : ada.cancel(kept);
    }

    private void check(String failPoint, String kept, UUID key) {
        var books = new Books(processes.gym(), today, List.of(trainerId), Map.of(ada.id(), CREDITS), _ -> 1);
        if (failPoint.startsWith("Book")) {
            assertThat(ada.bookOnce(key, trainerId, hours.getFirst(), "").told())
                    .isEqualTo("201");
        }
        assertThat(books.disagreements()).isEmpty();
        var standing = hours.stream().map(hour -> ada.hour(trainerId, hour)).toList();
        if (failPoint.startsWith("Book")) {
            assertThat(standing).containsExactly("booked", "available", "booked");
        } else if (failPoint.startsWith("Move")) {
            assertThat(standing).containsExactly("booked", "available", "available");
        } else {
            assertThat(standing).containsExactly("available", "available", "available");
            assertThat(ada.cancel(kept).told()).isEqualTo("409 already-canceled");
        }
    }
}
