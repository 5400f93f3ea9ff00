package workouts.trainings.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workouts.trainings.testing.Sample;

final class TrainingTest {
    private static final Instant NOW = Instant.parse("2027-03-10T12:00:00Z");
    private final Sample sample = Sample.at(NOW.plus(Duration.ofDays(3)));
    private final Timetable timetable = new Timetable(ZoneOffset.UTC);

    @Test
    void isBookedAsOneChangeThatIsNotFinished() {
        var change = new ChangeId(UUID.randomUUID());
        var booked = Training.booked(
                sample.id(), sample.training().attendee(), sample.training().hour(), Sample.NOTES, change);
        assertThat(booked.change()).contains(change);
        assertThat(booked.settled()).isEqualTo(sample.training());
    }

    @Test
    void isSeenByItsAttendeeAndItsTrainerOnly() {
        var training = sample.training();
        assertThat(training.isVisibleTo(sample.attendee())).isTrue();
        assertThat(training.isVisibleTo(sample.trainer())).isTrue();
        for (Role role : Role.values()) {
            assertThat(training.isVisibleTo(new Participant(UUID.randomUUID(), role)))
                    .isFalse();
        }
        assertThat(training.isVisibleTo(new Participant(training.attendee().id(), Role.TRAINER)))
                .isFalse();
        assertThat(training.isVisibleTo(new Participant(training.trainer(), Role.ATTENDEE)))
                .isFalse();
    }

    @Test
    void aMoveTakesTheNewHourAndForgetsTheProposal() {
        var target = new Reservation(UUID.randomUUID(), sample.training().trainer(), NOW.plus(Duration.ofDays(5)));
        var moved = sample.proposed(NOW.plus(Duration.ofDays(4)), Role.TRAINER)
                .training()
                .movedTo(target, Optional.empty());
        assertThat(moved.hour()).isEqualTo(target);
        assertThat(moved.proposal()).isEmpty();
        assertThat(moved.notes()).isEqualTo(Sample.NOTES);
    }

    @Test
    void newNotesReplaceTheOldOnesAndAbsentNotesDoNot() {
        var notes = new Notes("Bring nothing.");
        var hour = sample.training().hour();
        assertThat(sample.training().movedTo(hour, Optional.of(notes)).notes()).isEqualTo(notes);
        assertThat(sample.training().movedTo(hour, Optional.of(Notes.NONE)).notes())
                .isEqualTo(Notes.NONE);
        var wanted = new Proposal(NOW.plus(Duration.ofDays(4)), Role.TRAINER);
        assertThat(sample.training().propose(wanted, Optional.of(notes), timetable, NOW))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        it -> assertThat(it.value())
                                .isInstanceOfSatisfying(
                                        Training.class,
                                        training -> assertThat(training.notes()).isEqualTo(notes)));
    }

    @Test
    void notesAreCountedInCharactersNotInBytes() {
        assertThat(Notes.of("é".repeat(1000))).isInstanceOf(Decision.Accepted.class);
        assertThat(Notes.of("🐗".repeat(1000))).isInstanceOf(Decision.Accepted.class);
        assertThat(Notes.of("🐗".repeat(1001))).isEqualTo(Decision.refused(Refusal.NOTE_TOO_LONG));
        assertThat(Notes.of("a".repeat(1001))).isEqualTo(Decision.refused(Refusal.NOTE_TOO_LONG));
        assertThatThrownBy(() -> new Notes("a".repeat(1001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAndNotesAreNeverPrinted() {
        assertThat(sample.training().toString()).doesNotContain("Ada", "towel");
    }

    @Test
    void anAttendeeHasAName() {
        assertThatThrownBy(() -> new Attendee(UUID.randomUUID(), " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void creditsReturnedAreNotNegative() {
        assertThatThrownBy(() -> new CreditReturn(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreditReturn(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFullHourIsOneOfTheGymsZone() {
        var halfPast = Instant.parse("2027-03-11T12:30:00Z");
        assertThat(new Timetable(ZoneId.of("Asia/Kolkata")).start(halfPast, NOW))
                .isEqualTo(Decision.accepted(halfPast));
        assertThat(timetable.start(halfPast, NOW)).isEqualTo(Decision.refused(Refusal.NOT_A_FULL_HOUR));
    }

    @Test
    void everySlugIsItsOwnAndLeadsBack() {
        assertThat(Arrays.stream(Refusal.values()).map(Refusal::slug)).doesNotHaveDuplicates();
        for (Refusal refusal : Refusal.values()) {
            assertThat(Refusal.of(refusal.slug())).contains(refusal);
        }
        assertThat(Refusal.of("no-such-slug")).isEmpty();
    }

    @Test
    void aPageHasAtMostOneHundredTrainings() {
        assertThat(page(1).limit()).isEqualTo(1);
        assertThat(page(100).limit()).isEqualTo(100);
        assertThatThrownBy(() -> page(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(101)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Listing page(int limit) {
        return new Listing(Optional.empty(), Optional.empty(), Listing.Which.ALL, Optional.empty(), limit);
    }
}
