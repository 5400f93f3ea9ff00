package workouts.trainer.ports;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import workouts.chassis.problems.Problem;
import workouts.contracts.trainer.EmptyResponse;
import workouts.contracts.trainer.IsHourAvailableRequest;
import workouts.contracts.trainer.IsHourAvailableResponse;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.contracts.trainer.UpdateHourRequest;
import workouts.trainer.app.Application;
import workouts.trainer.app.command.CancelTraining;
import workouts.trainer.app.command.MakeHoursAvailable;
import workouts.trainer.app.command.Outcome;
import workouts.trainer.app.command.ScheduleTraining;
import workouts.trainer.app.query.HourAvailability;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.TrainerId;

/// The hours over gRPC, for the other services.
public final class TrainerGrpc extends TrainerServiceGrpc.TrainerServiceImplBase {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Application application;
    private final TrainerId house;

    /// @param house who is meant where nobody is named
    public TrainerGrpc(Application application, TrainerId house) {
        this.application = application;
        this.house = house;
    }

    @Override
    public void isHourAvailable(IsHourAvailableRequest request, StreamObserver<IsHourAvailableResponse> observer) {
        var hour = hour(request.hasTime(), request.getTime(), request.getTrainerId());
        boolean available = application.hourAvailability().handle(new HourAvailability(hour));
        observer.onNext(
                IsHourAvailableResponse.newBuilder().setIsAvailable(available).build());
        observer.onCompleted();
    }

    @Override
    public void scheduleTraining(UpdateHourRequest request, StreamObserver<EmptyResponse> observer) {
        answer(
                application.scheduleTraining().handle(new ScheduleTraining(hour(request), reservation(request))),
                observer);
    }

    @Override
    public void cancelTraining(UpdateHourRequest request, StreamObserver<EmptyResponse> observer) {
        answer(application.cancelTraining().handle(new CancelTraining(hour(request), reservation(request))), observer);
    }

    @Override
    public void makeHourAvailable(UpdateHourRequest request, StreamObserver<EmptyResponse> observer) {
        var hour = hour(request);
        answer(
                application.makeHoursAvailable().handle(new MakeHoursAvailable(hour.trainer(), Set.of(hour.start()))),
                observer);
    }

    private static void answer(Outcome outcome, StreamObserver<EmptyResponse> observer) {
        Refusals.requireDone(outcome);
        observer.onNext(EmptyResponse.getDefaultInstance());
        observer.onCompleted();
    }

    private HourId hour(UpdateHourRequest request) {
        return hour(request.hasTime(), request.getTime(), request.getTrainerId());
    }

    private HourId hour(boolean hasTime, Timestamp time, String trainer) {
        if (!hasTime) {
            throw Problem.malformed("time is missing");
        }
        var start = Times.of(time, "time");
        return new HourId(trainer.isEmpty() ? house : new TrainerId(uuid(trainer, "trainer_id")), start);
    }

    private static Reservation reservation(UpdateHourRequest request) {
        return new Reservation(
                uuid(request.getReservationId(), "reservation_id"), uuid(request.getBookingId(), "booking_id"));
    }

    /// Only the whole form is taken; the JDK alone would read shortened ones, too.
    private static UUID uuid(String text, String name) {
        if (text.isEmpty()) {
            throw Problem.malformed(name + " is missing");
        }
        if (!UUID_FORM.matcher(text).matches()) {
            throw Problem.malformed(name + " cannot be read");
        }
        return UUID.fromString(text);
    }
}
