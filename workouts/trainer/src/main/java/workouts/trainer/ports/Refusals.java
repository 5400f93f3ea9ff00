package workouts.trainer.ports;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;
import workouts.trainer.app.command.Outcome;
import workouts.trainer.app.query.Calendar;
import workouts.trainer.domain.hour.Refusal;

/// How refusals are answered: the one table for both ports.
final class Refusals {
    /// More hours than that are only counted.
    private static final int NAMED_MAX = 5;

    private Refusals() {}

    /// Nothing if it was done.
    ///
    /// @throws Problem if it was refused
    static void requireDone(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> {}
            case Outcome.Refused(Refusal refusal, List<Instant> hours) ->
                throw new Problem(kind(refusal), refusal.slug(), text(refusal) + ": " + named(hours));
        }
    }

    /// The days.
    ///
    /// @throws Problem if there is no such calendar
    static List<Calendar.Day> requireDays(Calendar.Answer answer) {
        return switch (answer) {
            case Calendar.Answer.Days(List<Calendar.Day> days) -> days;
            case Calendar.Answer.Refused(Calendar.Fault fault) ->
                throw new Problem(Kind.MALFORMED, fault.slug(), text(fault));
        };
    }

    private static Kind kind(Refusal refusal) {
        return switch (refusal) {
            case RESERVATION_ENDED, RESERVATION_ID_REUSED, HOUR_BOOKED, HOUR_NOT_AVAILABLE -> Kind.CONFLICT;
            case NOT_A_FULL_HOUR, TOO_DISTANT, PAST_HOUR, OUTSIDE_WORKING_HOURS -> Kind.RULE;
        };
    }

    private static String text(Refusal refusal) {
        return switch (refusal) {
            case RESERVATION_ENDED -> "the reservation has ended";
            case RESERVATION_ID_REUSED -> "the reservation's id stands for another hour or booking";
            case NOT_A_FULL_HOUR -> "not the beginning of an hour";
            case TOO_DISTANT -> "too far in the future";
            case PAST_HOUR -> "has begun already";
            case OUTSIDE_WORKING_HOURS -> "outside of the working hours";
            case HOUR_BOOKED -> "held by a training";
            case HOUR_NOT_AVAILABLE -> "not available";
        };
    }

    private static String text(Calendar.Fault fault) {
        return switch (fault) {
            case FROM_AFTER_TO -> "dateFrom is after dateTo";
            case RANGE_TOO_LONG -> "at most " + Calendar.DAYS_MAX + " days can be asked for";
        };
    }

    private static String named(List<Instant> hours) {
        var named = hours.stream().limit(NAMED_MAX).map(Instant::toString).collect(joining(", "));
        return hours.size() <= NAMED_MAX ? named : named + " and " + (hours.size() - NAMED_MAX) + " more";
    }
}
