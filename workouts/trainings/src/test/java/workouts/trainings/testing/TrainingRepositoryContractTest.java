package workouts.trainings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Listing.Position;
import workouts.trainings.domain.training.Listing.Which;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// What every [TrainingRepository] does, numbered. Each test uses trainings of its own only.
public abstract class TrainingRepositoryContractTest {
    private static final Instant TIME = Gym.START.plus(Duration.ofDays(2));

    protected abstract Stores stores();

    private TrainingRepository trainings() {
        return stores().trainings();
    }

    private Sample added(Sample sample) {
        trainings().add(sample.training());
        return sample;
    }

    @Test
    void r01ATrainingIsFoundAsItWasKept() {
        var notes = new Notes("ü🐗'\";--\n\t" + "🐗".repeat(980));
        var plain = Sample.at(TIME);
        for (Sample sample : List.of(
                plain,
                Sample.at(TIME).canceled(),
                Sample.at(TIME).changing(new ChangeId(UUID.randomUUID())),
                Sample.at(TIME).proposed(TIME.plus(Duration.ofHours(1)), Role.ATTENDEE),
                Sample.at(TIME).proposed(TIME.plus(Duration.ofHours(1)), Role.TRAINER),
                new Sample(Sample.at(TIME)
                        .training()
                        .movedTo(Sample.at(TIME).training().hour(), Optional.of(notes))))) {
            added(sample);
            assertThat(trainings().find(sample.id(), sample.attendee())).contains(sample.training());
            assertThat(trainings().find(sample.id(), sample.trainer())).contains(sample.training());
        }
    }

    @Test
    void r02WhoMayNotSeeATrainingDoesNotFindItListItOrChangeIt() {
        var sample = added(Sample.at(TIME));
        for (Participant stranger : List.of(
                new Participant(UUID.randomUUID(), Role.ATTENDEE),
                new Participant(UUID.randomUUID(), Role.TRAINER),
                new Participant(sample.attendee().id(), Role.TRAINER),
                new Participant(sample.trainer().id(), Role.ATTENDEE))) {
            assertThat(trainings().find(sample.id(), stranger)).isEmpty();
            assertThat(trainings().list(stranger, everything(100)).trainings()).isEmpty();
            assertThat(trainings().update(sample.id(), stranger, it -> {
                        throw new AssertionError("was asked");
                    }))
                    .isEqualTo(Decision.refused(Refusal.TRAINING_NOT_FOUND));
        }
    }

    @Test
    void r03WhatDoesNotExistIsNotFound() {
        var nobody = Sample.at(TIME);
        assertThat(trainings().find(nobody.id(), nobody.attendee())).isEmpty();
        assertThat(trainings().update(nobody.id(), nobody.attendee(), Decision::accepted))
                .isEqualTo(Decision.refused(Refusal.TRAINING_NOT_FOUND));
        assertThatThrownBy(() -> trainings().alter(nobody.id(), Training::settled))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void r04AnAcceptedUpdateIsKept() {
        var sample = added(Sample.at(TIME));
        var after = sample.canceled().training();
        assertThat(trainings().update(sample.id(), sample.attendee(), it -> Decision.accepted(after)))
                .isEqualTo(Decision.accepted(after));
        assertThat(trainings().find(sample.id(), sample.attendee())).contains(after);
    }

    @Test
    void r05ARefusedUpdateChangesNothingNotEvenWhatItsRuleWroteElsewhere() {
        var sample = added(Sample.at(TIME));
        var other = added(Sample.at(TIME));
        assertThat(trainings().update(sample.id(), sample.attendee(), it -> {
                    trainings().alter(other.id(), training -> other.canceled().training());
                    return Decision.refused(Refusal.PAST_HOUR);
                }))
                .isEqualTo(Decision.refused(Refusal.PAST_HOUR));
        assertThat(trainings().find(sample.id(), sample.attendee())).contains(sample.training());
        assertThat(trainings().find(other.id(), other.attendee())).contains(other.training());
    }

    @Test
    void r06AnUpdateThatFailsChangesNothing() {
        var sample = added(Sample.at(TIME));
        var other = added(Sample.at(TIME));
        assertThatThrownBy(() -> trainings().update(sample.id(), sample.attendee(), it -> {
                    trainings().alter(other.id(), training -> other.canceled().training());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(trainings().find(other.id(), other.attendee())).contains(other.training());
    }

    @Test
    void r07UpdatesOfOneTrainingComeOneAfterTheOther() throws Exception {
        var sample = added(Sample.at(TIME));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Decision<Training>> cancel = () -> trainings()
                    .update(
                            sample.id(),
                            sample.attendee(),
                            it -> it.cancel(new ChangeId(UUID.randomUUID()), Gym.START));
            var answers = new ArrayList<Decision<Training>>();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> cancel).limit(20).toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(Decision.Accepted.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Decision.refused(Refusal.ALREADY_CANCELED)::equals)
                    .hasSize(19);
        }
    }

    @Test
    void r08AnAlterationIsKept() {
        var sample = added(Sample.at(TIME).changing(new ChangeId(UUID.randomUUID())));
        trainings().alter(sample.id(), Training::settled);
        assertThat(trainings().find(sample.id(), sample.attendee()))
                .contains(sample.training().settled());
    }

    @Test
    void r09ATrainingIsAddedOnce() {
        var sample = added(Sample.at(TIME));
        assertThatThrownBy(() -> trainings().add(sample.training())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void r10AListIsInOrderOfTimeThenIdAndShowsWhatIsAskedFor() {
        var first = Sample.at(TIME);
        var kept = new ArrayList<Training>();
        for (int hour : new int[] {3, 0, 2, 1}) {
            kept.add(added(with(first, hour, hour == 2)).training());
        }
        var all = kept.stream().sorted(Comparator.comparing(Training::time)).toList();
        for (Participant who : List.of(first.attendee(), first.trainer())) {
            assertThat(trainings().list(who, everything(100))).isEqualTo(new Listing.Page(all, false));
            assertThat(listed(who, Optional.empty(), Optional.empty(), Which.CANCELED))
                    .containsExactly(all.get(2));
            assertThat(listed(who, Optional.empty(), Optional.empty(), Which.SCHEDULED))
                    .containsExactly(all.get(0), all.get(1), all.get(3));
            assertThat(listed(
                            who,
                            Optional.of(all.get(1).time()),
                            Optional.of(all.get(3).time()),
                            Which.ALL))
                    .containsExactly(all.get(1), all.get(2));
        }
    }

    @Test
    void r11PagesJoinWithoutGapAndWithoutRepetition() {
        var first = Sample.at(TIME);
        for (int count = 0; count < 7; count++) {
            // Two at a time: only a canceled one may share its hour.
            added(with(first, count / 2, count % 2 == 1));
        }
        var whole = trainings().list(first.attendee(), everything(100)).trainings();
        var joined = new ArrayList<Training>();
        var listing = everything(3);
        var page = trainings().list(first.attendee(), listing);
        joined.addAll(page.trainings());
        while (page.more()) {
            assertThat(page.trainings()).hasSize(3);
            var last = page.trainings().getLast();
            var after = Optional.of(new Position(last.time(), last.id()));
            page = trainings().list(first.attendee(), new Listing(listing.from(), listing.to(), Which.ALL, after, 3));
            joined.addAll(page.trainings());
        }
        assertThat(whole).hasSize(7);
        assertThat(joined).isEqualTo(whole);
    }

    @Test
    void r12AFullLastPageIsTheLastOne() {
        var first = Sample.at(TIME);
        added(with(first, 0, false));
        added(with(first, 1, false));
        assertThat(trainings().list(first.attendee(), everything(2)).more()).isFalse();
        assertThat(trainings().list(first.attendee(), everything(1)).more()).isTrue();
    }

    private List<Training> listed(Participant who, Optional<Instant> from, Optional<Instant> to, Which which) {
        return trainings()
                .list(who, new Listing(from, to, which, Optional.empty(), 100))
                .trainings();
    }

    /// Another training of the same two, so many hours later.
    private static Sample with(Sample first, int hoursLater, boolean canceled) {
        var hour =
                new Reservation(UUID.randomUUID(), first.training().trainer(), TIME.plus(Duration.ofHours(hoursLater)));
        var attendee = new Attendee(first.attendee().id(), "Ada");
        return new Sample(new Training(
                new TrainingId(UUID.randomUUID()),
                attendee,
                hour,
                Notes.NONE,
                canceled,
                Optional.empty(),
                Optional.empty()));
    }

    private static Listing everything(int limit) {
        return new Listing(Optional.empty(), Optional.empty(), Which.ALL, Optional.empty(), limit);
    }
}
