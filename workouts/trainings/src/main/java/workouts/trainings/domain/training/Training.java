package workouts.trainings.domain.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A booked hour: who trains when with whom, and what may still be done about it.
///
/// Rules answer in order of precedence and never change the training they are asked about. `change` names the booking,
/// cancelling or moving that is not finished yet: until it is, nothing else may begin.
public record Training(
        TrainingId id,
        Attendee attendee,
        Reservation hour,
        Notes notes,
        boolean canceled,
        Optional<Proposal> proposal,
        Optional<ChangeId> change) {
    /// Up to so long before it begins a training is moved at will and canceled for free.
    public static final Duration FREE_WINDOW = Duration.ofHours(24);

    /// A training as it is from its booking on, while the booking itself is not finished.
    public static Training booked(TrainingId id, Attendee attendee, Reservation hour, Notes notes, ChangeId booking) {
        return new Training(id, attendee, hour, notes, false, Optional.empty(), Optional.of(booking));
    }

    public Instant time() {
        return hour.time();
    }

    public UUID trainer() {
        return hour.trainer();
    }

    public Version version() {
        return Version.of(this);
    }

    public boolean isVisibleTo(Participant who) {
        return switch (who.role()) {
            case ATTENDEE -> attendee.id().equals(who.id());
            case TRAINER -> trainer().equals(who.id());
        };
    }

    /// Whether 24 hours or more are left; exactly 24 hours are.
    public boolean isInFreeWindow(Instant now) {
        return !time().minus(FREE_WINDOW).isBefore(now);
    }

    /// Whether a cancellation gives the credit back; a trainer's always does.
    public boolean canBeCanceledForFree(Instant now) {
        return isInFreeWindow(now);
    }

    /// Whether the time can be changed by proposal only.
    public boolean moveRequiresAccept(Instant now) {
        return !isInFreeWindow(now);
    }

    /// What the attendee gets when this side cancels now.
    public CreditReturn creditsReturned(Role by, Instant now) {
        if (isInFreeWindow(now)) {
            return CreditReturn.REFUND;
        }
        return switch (by) {
            case TRAINER -> CreditReturn.REFUND_AND_FINE;
            case ATTENDEE -> CreditReturn.NOTHING;
        };
    }

    /// Canceled from now on; what it takes to give hour and credits back is under way as `change`.
    public Decision<Training> cancel(ChangeId cancellation, Instant now) {
        return live(now)
                .then(it -> Decision.accepted(
                        new Training(id, attendee, hour, notes, true, Optional.empty(), Optional.of(cancellation))));
    }

    /// Still at its old time, and being moved to `target`: allowed up to 24 hours before it begins.
    public Decision<Training> move(ChangeId move, Instant target, Timetable timetable, Instant now) {
        return live(now)
                .then(it -> isInFreeWindow(now)
                        ? Decision.accepted(it)
                        : Decision.<Training>refused(Refusal.TOO_LATE_TO_RESCHEDULE))
                .then(it -> timetable.start(target, now))
                .then(it -> Decision.accepted(changing(Optional.of(move))));
    }

    /// Asks the other side for another time; an earlier proposal of either side is replaced. Absent notes stay.
    public Decision<Training> propose(Proposal wanted, Optional<Notes> newNotes, Timetable timetable, Instant now) {
        return live(now)
                .then(it -> timetable.start(wanted.time(), now))
                .then(it -> Decision.accepted(new Training(
                        id, attendee, hour, newNotes.orElse(notes), canceled, Optional.of(wanted), change)));
    }

    /// As [#move], to the time that the other side has asked for; agreed to by both, so that 24 hours do not matter.
    public Decision<Training> approve(Role by, ChangeId move, Timetable timetable, Instant now) {
        return proposed(now)
                .then(open -> open.by() == by
                        ? Decision.<Instant>refused(Refusal.OWN_PROPOSAL)
                        : timetable.start(open.time(), now))
                .then(it -> Decision.accepted(changing(Optional.of(move))));
    }

    /// The proposal is gone: refused by the other side or withdrawn by its own.
    public Decision<Training> reject(Instant now) {
        return proposed(now)
                .then(it ->
                        Decision.accepted(new Training(id, attendee, hour, notes, canceled, Optional.empty(), change)));
    }

    /// At another hour, which is held already; whatever was proposed is settled by that.
    public Training movedTo(Reservation target, Optional<Notes> newNotes) {
        return new Training(id, attendee, target, newNotes.orElse(notes), canceled, Optional.empty(), change);
    }

    /// With nothing under way any more.
    public Training settled() {
        return changing(Optional.empty());
    }

    private Training changing(Optional<ChangeId> newChange) {
        return new Training(id, attendee, hour, notes, canceled, proposal, newChange);
    }

    private Decision<Proposal> proposed(Instant now) {
        return live(now)
                .then(it -> proposal.map(Decision::accepted)
                        .orElseGet(() -> Decision.refused(Refusal.NO_RESCHEDULE_REQUESTED)));
    }

    /// Not canceled, not being changed, not begun.
    private Decision<Training> live(Instant now) {
        if (canceled) {
            return Decision.refused(Refusal.ALREADY_CANCELED);
        }
        if (change.isPresent()) {
            return Decision.refused(Refusal.CHANGE_IN_PROGRESS);
        }
        return time().isAfter(now) ? Decision.accepted(this) : Decision.refused(Refusal.TRAINING_IN_THE_PAST);
    }
}
