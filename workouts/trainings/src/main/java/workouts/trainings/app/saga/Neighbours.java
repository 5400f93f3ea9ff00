package workouts.trainings.app.saga;

import workouts.trainings.domain.saga.Call;
import workouts.trainings.domain.saga.Saga.Answer;

/// The two services that a saga calls.
public record Neighbours(Hours hours, Credits credits) {
    Answer ask(Call call) {
        return switch (call) {
            case Call.HoldCredit(var booking, var attendee) -> credits.hold(booking, attendee);
            case Call.CaptureCredit(var booking) -> credits.capture(booking);
            case Call.ReleaseCredit(var booking) -> credits.release(booking);
            case Call.ReturnCredits(var booking, var attendee, var request, var amounts) ->
                credits.giveBack(booking, attendee, request, amounts);
            case Call.ReserveHour(var booking, var hour) -> hours.reserve(booking, hour);
            case Call.ReleaseHour(var booking, var hour) -> hours.release(booking, hour);
        };
    }
}
