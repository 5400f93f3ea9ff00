package workouts.users.ports;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.GetTrainingBalanceResponse;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.users.app.Application;
import workouts.users.app.command.CaptureCredits;
import workouts.users.app.command.HoldCredits;
import workouts.users.app.command.Outcome;
import workouts.users.app.command.ReleaseCredits;
import workouts.users.app.command.ReturnCredits;
import workouts.users.app.command.UpdateTrainingBalance;
import workouts.users.app.query.TrainingBalance;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.RequestId;
import workouts.users.domain.person.PersonId;

/// The credits over gRPC, for the other services.
public final class UsersGrpc extends UsersServiceGrpc.UsersServiceImplBase {
    private final Application application;

    public UsersGrpc(Application application) {
        this.application = application;
    }

    @Override
    public void getTrainingBalance(
            GetTrainingBalanceRequest request, StreamObserver<GetTrainingBalanceResponse> observer) {
        var query = new TrainingBalance(person(request.getUserId()));
        long amount =
                Refusals.given(() -> application.queries().trainingBalance().handle(query));
        observer.onNext(
                GetTrainingBalanceResponse.newBuilder().setAmount(amount).build());
        observer.onCompleted();
    }

    @Override
    public void updateTrainingBalance(UpdateTrainingBalanceRequest request, StreamObserver<Empty> observer) {
        var person = person(request.getUserId());
        var id = request(request.getRequestId());
        var command = new UpdateTrainingBalance(
                Wire.checked(() -> new BalanceChange(person, request.getAmountChange(), id, request.getReason())));
        answer(() -> application.commands().updateTrainingBalance().handle(command), observer);
    }

    @Override
    public void holdCredits(HoldCreditsRequest request, StreamObserver<Empty> observer) {
        var person = person(request.getUserId());
        var booking = booking(request.getBookingId());
        var command = new HoldCredits(Wire.checked(() -> new CreditHold(person, booking, request.getAmount())));
        answer(() -> application.commands().holdCredits().handle(command), observer);
    }

    @Override
    public void captureCredits(CaptureCreditsRequest request, StreamObserver<Empty> observer) {
        var command = new CaptureCredits(booking(request.getBookingId()));
        answer(() -> application.commands().captureCredits().handle(command), observer);
    }

    @Override
    public void releaseCredits(ReleaseCreditsRequest request, StreamObserver<Empty> observer) {
        var command = new ReleaseCredits(booking(request.getBookingId()));
        answer(() -> application.commands().releaseCredits().handle(command), observer);
    }

    @Override
    public void returnCredits(ReturnCreditsRequest request, StreamObserver<Empty> observer) {
        var person = person(request.getUserId());
        var booking = booking(request.getBookingId());
        var id = request(request.getRequestId());
        var command = new ReturnCredits(
                Wire.checked(() -> new CreditReturn(person, booking, id, request.getRefund(), request.getFine())));
        answer(() -> application.commands().returnCredits().handle(command), observer);
    }

    private static void answer(Supplier<Outcome> act, StreamObserver<Empty> observer) {
        Refusals.requireDone(act);
        observer.onNext(Empty.getDefaultInstance());
        observer.onCompleted();
    }

    private static PersonId person(String text) {
        return new PersonId(Wire.uuid("user_id", text));
    }

    private static BookingId booking(String text) {
        return new BookingId(Wire.uuid("booking_id", text));
    }

    private static RequestId request(String text) {
        return new RequestId(Wire.uuid("request_id", text));
    }
}
