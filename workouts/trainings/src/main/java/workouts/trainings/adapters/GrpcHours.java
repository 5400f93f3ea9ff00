package workouts.trainings.adapters;

import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.contracts.trainer.UpdateHourRequest;
import workouts.trainings.app.saga.Hours;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// The trainer service. Its channel brings credential and deadline.
public final class GrpcHours implements Hours {
    private final TrainerServiceGrpc.TrainerServiceBlockingStub trainer;

    public GrpcHours(Channel channel) {
        this.trainer = TrainerServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public Answer reserve(TrainingId booking, Reservation hour) {
        return Answers.of(() -> trainer.scheduleTraining(request(booking, hour)));
    }

    @Override
    public Answer release(TrainingId booking, Reservation hour) {
        return Answers.of(() -> trainer.cancelTraining(request(booking, hour)));
    }

    private static UpdateHourRequest request(TrainingId booking, Reservation hour) {
        // A full hour: nothing is lost below the second.
        var seconds = Timestamp.newBuilder().setSeconds(hour.time().getEpochSecond());
        return UpdateHourRequest.newBuilder()
                .setTime(seconds)
                .setTrainerId(hour.trainer().toString())
                .setBookingId(booking.toString())
                .setReservationId(hour.id().toString())
                .build();
    }
}
