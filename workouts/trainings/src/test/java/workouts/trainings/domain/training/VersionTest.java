package workouts.trainings.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workouts.trainings.testing.Sample;

final class VersionTest {
    private static final Instant TIME = Instant.parse("2027-03-12T12:00:00Z");
    private final Sample sample = Sample.at(TIME);
    private final Training training = sample.training();

    private Training at(Instant time) {
        return training.movedTo(new Reservation(UUID.randomUUID(), training.trainer(), time), Optional.empty());
    }

    @Test
    void everythingThatIsSeenHasAPartInIt() {
        var later = TIME.plus(Duration.ofHours(1));
        var versions = List.of(
                training.version(),
                at(later).version(),
                training.movedTo(training.hour(), Optional.of(Notes.NONE)).version(),
                sample.canceled().training().version(),
                sample.proposed(later, Role.TRAINER).training().version(),
                sample.proposed(later, Role.ATTENDEE).training().version(),
                sample.proposed(TIME, Role.TRAINER).training().version());
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSeenAlikeIsAlike() {
        assertThat(at(TIME).version()).as("held under another id").isEqualTo(training.version());
        assertThat(sample.changing(new ChangeId(UUID.randomUUID())).training().version())
                .as("a change that has not got anywhere yet")
                .isEqualTo(training.version());
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(training.movedTo(training.hour(), Optional.of(Notes.NONE))
                        .version()
                        .value())
                .isEqualTo("47087fe3-e5e0-81fa-8672-3f4de3d8902d");
    }
}
