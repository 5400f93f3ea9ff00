package workouts.trainings.spec;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.TrainingId;

/// The users service, as far as it is called from here.
final class DoubledUsers extends UsersServiceGrpc.UsersServiceImplBase {
    private final DoubledNeighbours all;

    DoubledUsers(DoubledNeighbours all) {
        this.all = all;
    }

    @Override
    public void holdCredits(HoldCreditsRequest request, StreamObserver<Empty> observer) {
        if (request.getAmount() != 1) {
            throw new IllegalArgumentException("a training costs one credit");
        }
        all.serve(
                "HoldCredits",
                () -> all.credits.hold(booking(request.getBookingId()), UUID.fromString(request.getUserId())),
                Empty.getDefaultInstance(),
                observer);
    }

    @Override
    public void captureCredits(CaptureCreditsRequest request, StreamObserver<Empty> observer) {
        all.serve(
                "CaptureCredits",
                () -> all.credits.capture(booking(request.getBookingId())),
                Empty.getDefaultInstance(),
                observer);
    }

    @Override
    public void releaseCredits(ReleaseCreditsRequest request, StreamObserver<Empty> observer) {
        all.serve(
                "ReleaseCredits",
                () -> all.credits.release(booking(request.getBookingId())),
                Empty.getDefaultInstance(),
                observer);
    }

    @Override
    public void returnCredits(ReturnCreditsRequest request, StreamObserver<Empty> observer) {
        all.serve(
                "ReturnCredits",
                () -> all.credits.giveBack(
                        booking(request.getBookingId()),
                        UUID.fromString(request.getUserId()),
                        new ChangeId(UUID.fromString(request.getRequestId())),
                        new CreditReturn(Math.toIntExact(request.getRefund()), Math.toIntExact(request.getFine()))),
                Empty.getDefaultInstance(),
                observer);
    }

    private static TrainingId booking(String id) {
        return new TrainingId(UUID.fromString(id));
    }
}
