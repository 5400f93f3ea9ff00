package workouts.trainings.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import workouts.trainings.app.saga.Credits;
import workouts.trainings.app.saga.Hours;
import workouts.trainings.app.saga.OutcomeUnknown;
import workouts.trainings.app.saga.StepWatch;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// What can go wrong between this service and a neighbour, at a step that a test names. Stands between the driver and
/// both neighbours.
///
/// Several threads may pass at once as long as nothing is planned: what is planned happens at the step that was reached
/// last, whoever reached it.
public final class Mishaps implements StepWatch, Hours, Credits {
    /// One thing that goes wrong, once.
    public enum Kind {
        /// The call fails and has done nothing.
        NO_ANSWER,
        /// The call has done its work, and the answer is lost.
        ANSWER_LOST,
        /// The call arrives twice.
        DELIVERED_TWICE,
        KILLED_BEFORE_CALL,
        KILLED_AFTER_CALL,
        KILLED_AFTER_COMMIT
    }

    private interface Delivery {
        Answer make();
    }

    private final Hours hours;
    private final Credits credits;
    private final Set<String> steps = new LinkedHashSet<>();
    private final List<Delivery> delivered = new CopyOnWriteArrayList<>();
    private volatile String current = "";
    private String planned = "";
    private Kind kind = Kind.NO_ANSWER;
    private int left;

    public Mishaps(Hours hours, Credits credits) {
        this.hours = hours;
        this.credits = credits;
    }

    /// At this step, written `Book.HOLD_CREDIT`, this happens so many times.
    public void plan(String step, Kind what, int times) {
        planned = step;
        kind = what;
        left = times;
    }

    /// The steps that were passed since the last call of this, in order.
    public List<String> steps() {
        synchronized (steps) {
            var passed = List.copyOf(steps);
            steps.clear();
            return passed;
        }
    }

    /// Copies of all calls ever made arrive again, late.
    public void deliverEverythingAgain() {
        List.copyOf(delivered).forEach(Delivery::make);
    }

    @Override
    public void reached(Saga saga, Moment moment) {
        var step = saga.getClass().getSimpleName() + "." + saga.stepName();
        current = step;
        synchronized (steps) {
            steps.add(step);
        }
        var killed = switch (moment) {
            case BEFORE_CALL -> Kind.KILLED_BEFORE_CALL;
            case AFTER_CALL -> Kind.KILLED_AFTER_CALL;
            case AFTER_COMMIT -> Kind.KILLED_AFTER_COMMIT;
        };
        if (happens(killed)) {
            throw new ProcessKilled(current + " " + moment);
        }
    }

    private boolean happens(Kind asked) {
        if (left == 0 || kind != asked || !planned.equals(current)) {
            return false;
        }
        left--;
        return true;
    }

    private Answer deliver(Delivery call) {
        if (happens(Kind.NO_ANSWER)) {
            throw new OutcomeUnknown("unavailable");
        }
        delivered.add(call);
        if (happens(Kind.DELIVERED_TWICE)) {
            call.make();
        }
        var answer = call.make();
        if (happens(Kind.ANSWER_LOST)) {
            throw new OutcomeUnknown("deadline-exceeded");
        }
        return answer;
    }

    @Override
    public Answer reserve(TrainingId booking, Reservation hour) {
        return deliver(() -> hours.reserve(booking, hour));
    }

    @Override
    public Answer release(TrainingId booking, Reservation hour) {
        return deliver(() -> hours.release(booking, hour));
    }

    @Override
    public Answer hold(TrainingId booking, UUID attendee) {
        return deliver(() -> credits.hold(booking, attendee));
    }

    @Override
    public Answer capture(TrainingId booking) {
        return deliver(() -> credits.capture(booking));
    }

    @Override
    public Answer release(TrainingId booking) {
        return deliver(() -> credits.release(booking));
    }

    @Override
    public Answer giveBack(TrainingId booking, UUID attendee, ChangeId request, CreditReturn amounts) {
        return deliver(() -> credits.giveBack(booking, attendee, request, amounts));
    }
}
