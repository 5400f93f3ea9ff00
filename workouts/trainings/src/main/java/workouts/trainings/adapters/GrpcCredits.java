package workouts.trainings.adapters;

import io.grpc.Channel;
import java.util.UUID;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.trainings.app.saga.Credits;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.TrainingId;

/// The users service. Its channel brings credential and deadline.
public final class GrpcCredits implements Credits {
    /// What a training costs.
    private static final int PRICE = 1;

    private final UsersServiceGrpc.UsersServiceBlockingStub users;

    public GrpcCredits(Channel channel) {
        this.users = UsersServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public Answer hold(TrainingId booking, UUID attendee) {
        var request = HoldCreditsRequest.newBuilder()
                .setUserId(attendee.toString())
                .setBookingId(booking.toString())
                .setAmount(PRICE)
                .build();
        return Answers.of(() -> users.holdCredits(request));
    }

    @Override
    public Answer capture(TrainingId booking) {
        var request = CaptureCreditsRequest.newBuilder()
                .setBookingId(booking.toString())
                .build();
        return Answers.of(() -> users.captureCredits(request));
    }

    @Override
    public Answer release(TrainingId booking) {
        var request = ReleaseCreditsRequest.newBuilder()
                .setBookingId(booking.toString())
                .build();
        return Answers.of(() -> users.releaseCredits(request));
    }

    @Override
    public Answer giveBack(TrainingId booking, UUID attendee, ChangeId request, CreditReturn credits) {
        var message = ReturnCreditsRequest.newBuilder()
                .setUserId(attendee.toString())
                .setBookingId(booking.toString())
                .setRequestId(request.toString())
                .setRefund(credits.refund())
                .setFine(credits.fine())
                .build();
        return Answers.of(() -> users.returnCredits(message));
    }
}
