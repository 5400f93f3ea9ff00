package workouts.trainings.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Proposal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// One attendee, one trainer and their training; each sample is a stranger to every other one.
public record Sample(Training training) {
    public static final Notes NOTES = new Notes("Bring a towel.");

    /// Booked, and the booking is finished.
    public static Sample at(Instant time) {
        var change = new ChangeId(UUID.randomUUID());
        return new Sample(Training.booked(
                        new TrainingId(UUID.randomUUID()),
                        new Attendee(UUID.randomUUID(), "Ada"),
                        new Reservation(change.value(), UUID.randomUUID(), time),
                        NOTES,
                        change)
                .settled());
    }

    /// The first full hour that is so far away or farther.
    public static Instant hourAfter(Instant now, Duration distance) {
        long hour = Duration.ofHours(1).toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(now.plus(distance).getEpochSecond(), hour) * hour);
    }

    public Sample canceled() {
        return new Sample(new Training(
                training.id(),
                training.attendee(),
                training.hour(),
                training.notes(),
                true,
                Optional.empty(),
                Optional.empty()));
    }

    public Sample changing(ChangeId change) {
        return new Sample(new Training(
                training.id(),
                training.attendee(),
                training.hour(),
                training.notes(),
                training.canceled(),
                training.proposal(),
                Optional.of(change)));
    }

    public Sample proposed(Instant time, Role by) {
        return new Sample(new Training(
                training.id(),
                training.attendee(),
                training.hour(),
                training.notes(),
                training.canceled(),
                Optional.of(new Proposal(time, by)),
                training.change()));
    }

    public TrainingId id() {
        return training.id();
    }

    public Participant by(Role role) {
        return switch (role) {
            case ATTENDEE -> new Participant(training.attendee().id(), role);
            case TRAINER -> new Participant(training.trainer(), role);
        };
    }

    public Participant attendee() {
        return by(Role.ATTENDEE);
    }

    public Participant trainer() {
        return by(Role.TRAINER);
    }
}
