package workouts.trainings.spec;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.UUID;
import workouts.contracts.trainer.EmptyResponse;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.contracts.trainer.UpdateHourRequest;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// The trainer service, as far as it is called from here.
final class DoubledTrainer extends TrainerServiceGrpc.TrainerServiceImplBase {
    private final DoubledNeighbours all;

    DoubledTrainer(DoubledNeighbours all) {
        this.all = all;
    }

    @Override
    public void scheduleTraining(UpdateHourRequest request, StreamObserver<EmptyResponse> observer) {
        all.serve(
                "ScheduleTraining",
                () -> all.hours.reserve(booking(request), reservation(request)),
                EmptyResponse.getDefaultInstance(),
                observer);
    }

    @Override
    public void cancelTraining(UpdateHourRequest request, StreamObserver<EmptyResponse> observer) {
        all.serve(
                "CancelTraining",
                () -> all.hours.release(booking(request), reservation(request)),
                EmptyResponse.getDefaultInstance(),
                observer);
    }

    private static TrainingId booking(UpdateHourRequest request) {
        return new TrainingId(UUID.fromString(request.getBookingId()));
    }

    private static Reservation reservation(UpdateHourRequest request) {
        return new Reservation(
                UUID.fromString(request.getReservationId()),
                UUID.fromString(request.getTrainerId()),
                Instant.ofEpochSecond(
                        request.getTime().getSeconds(), request.getTime().getNanos()));
    }
}
