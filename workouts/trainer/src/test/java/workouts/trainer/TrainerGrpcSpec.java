package workouts.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.grpc.Answer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.contracts.trainer.EmptyResponse;
import workouts.contracts.trainer.IsHourAvailableRequest;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.contracts.trainer.UpdateHourRequest;

/// The other services ask over gRPC. It is 2030-01-07, 10:00.
final class TrainerGrpcSpec {
    private final TrainerServiceGrpc.TrainerServiceBlockingStub trainer = RunningTrainer.grpc();
    private final UUID uuid = UUID.randomUUID();

    static Timestamp timestamp(String time) {
        var instant = Instant.parse(time);
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /// For a new booking, today.
    private UpdateHourRequest.Builder request(String hour) {
        return UpdateHourRequest.newBuilder()
                .setTime(timestamp("2030-01-07T" + hour + ":00Z"))
                .setTrainerId(uuid.toString())
                .setBookingId(UUID.randomUUID().toString())
                .setReservationId(UUID.randomUUID().toString());
    }

    private String told(Function<UpdateHourRequest, EmptyResponse> call, UpdateHourRequest request) {
        return switch (Answer.of(() -> call.apply(request))) {
            case Answer.Given<EmptyResponse> _ -> "done";
            case Answer.Refused<EmptyResponse>(var problem) -> problem.kind().grpc() + " " + problem.slug();
            case Answer.Unknown<EmptyResponse>(var status) -> "unknown " + status;
        };
    }

    private boolean isAvailable(String hour) {
        return trainer.isHourAvailable(IsHourAvailableRequest.newBuilder()
                        .setTime(timestamp("2030-01-07T" + hour + ":00Z"))
                        .setTrainerId(uuid.toString())
                        .build())
                .getIsAvailable();
    }

    @Test
    void anHourIsOpenedHeldAndGivenBack() {
        var booking = request("12:00").build();
        assertThat(isAvailable("12:00")).isFalse();
        assertThat(told(trainer::scheduleTraining, booking)).isEqualTo("FAILED_PRECONDITION hour-not-available");
        assertThat(told(trainer::makeHourAvailable, booking)).isEqualTo("done");
        assertThat(told(trainer::makeHourAvailable, booking)).isEqualTo("done");
        assertThat(isAvailable("12:00")).isTrue();
        assertThat(told(trainer::scheduleTraining, booking)).isEqualTo("done");
        assertThat(isAvailable("12:00")).isFalse();
        assertThat(told(trainer::makeHourAvailable, booking)).isEqualTo("FAILED_PRECONDITION hour-booked");
        assertThat(told(trainer::cancelTraining, booking)).isEqualTo("done");
        assertThat(isAvailable("12:00")).isTrue();
    }

    @Test
    void aRepeatIsAnsweredTheSameAndChangesNothing() {
        var booking = request("12:00").build();
        trainer.makeHourAvailable(booking);
        assertThat(told(trainer::scheduleTraining, booking)).isEqualTo("done");
        assertThat(told(trainer::scheduleTraining, booking)).isEqualTo("done");
        assertThat(told(trainer::cancelTraining, booking)).isEqualTo("done");
        assertThat(told(trainer::cancelTraining, booking)).isEqualTo("done");
        var next = request("12:00").build();
        assertThat(told(trainer::scheduleTraining, next)).isEqualTo("done");
        assertThat(told(trainer::cancelTraining, booking)).isEqualTo("done");
        assertThat(isAvailable("12:00")).isFalse();
    }

    @Test
    void aLateDuplicateOfAnEndedReservationHoldsNothing() {
        var booking = request("12:00").build();
        trainer.makeHourAvailable(booking);
        assertThat(told(trainer::cancelTraining, booking)).isEqualTo("done");
        assertThat(told(trainer::scheduleTraining, booking)).isEqualTo("FAILED_PRECONDITION reservation-ended");
        assertThat(isAvailable("12:00")).isTrue();
    }

    @Test
    void nobodyFreesWhatAnotherHolds() {
        var booking = request("12:00").build();
        trainer.makeHourAvailable(booking);
        trainer.scheduleTraining(booking);
        var sameBooking = booking.toBuilder()
                .setReservationId(UUID.randomUUID().toString())
                .build();
        assertThat(told(trainer::cancelTraining, sameBooking)).isEqualTo("done");
        var sameReservation =
                booking.toBuilder().setBookingId(UUID.randomUUID().toString()).build();
        assertThat(told(trainer::cancelTraining, sameReservation))
                .isEqualTo("FAILED_PRECONDITION reservation-id-reused");
        assertThat(told(trainer::scheduleTraining, sameReservation))
                .isEqualTo("FAILED_PRECONDITION reservation-id-reused");
        assertThat(isAvailable("12:00")).isFalse();
    }

    @ParameterizedTest(name = "schedule {0}: {1}")
    @CsvSource({
        "12:30, INVALID_ARGUMENT not-a-full-hour",
        "10:00, INVALID_ARGUMENT past-hour",
        "11:00, INVALID_ARGUMENT outside-working-hours",
        "12:00, FAILED_PRECONDITION hour-not-available"
    })
    void anHourThatCannotBeBookedIsRefusedWithItsReasonAndIsNotAvailable(String hour, String outcome) {
        assertThat(told(trainer::scheduleTraining, request(hour).build())).isEqualTo(outcome);
        assertThat(isAvailable(hour)).isFalse();
        assertThat(told(trainer::cancelTraining, request(hour).build())).isEqualTo("done");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "reservation_id, '', reservation_id is missing",
        "reservation_id, 1-2-3-4-5, reservation_id cannot be read",
        "booking_id, '', booking_id is missing",
        "booking_id, tomorrow, booking_id cannot be read",
        "trainer_id, me, trainer_id cannot be read",
        "time, '', time is missing",
        "time, 253402300800 0, time cannot be read",
        "time, 9223372036854775807 0, time cannot be read",
        "time, -62135683200 0, time cannot be read",
        "time, 1894017600 -1, time cannot be read",
        "time, 1894017600 1000000000, time cannot be read"
    })
    void whatCannotBeReadIsTheCallersMistake(String field, String value, String message) {
        var request = flawed(field, value);
        var thrown = catchThrowableOfType(StatusRuntimeException.class, () -> trainer.cancelTraining(request));
        assertThat(thrown.getStatus().getDescription()).isEqualTo(message);
        assertThat(told(trainer::cancelTraining, request)).isEqualTo("INVALID_ARGUMENT invalid-request");
        assertThat(told(trainer::scheduleTraining, request)).isEqualTo("INVALID_ARGUMENT invalid-request");
    }

    private UpdateHourRequest flawed(String field, String value) {
        var request = request("12:00");
        switch (field) {
            case "reservation_id" -> request.setReservationId(value);
            case "booking_id" -> request.setBookingId(value);
            case "trainer_id" -> request.setTrainerId(value);
            case "time" -> {
                request.clearTime();
                if (!value.isEmpty()) {
                    var parts = value.split(" ", 2);
                    request.getTimeBuilder()
                            .setSeconds(Long.parseLong(parts[0]))
                            .setNanos(Integer.parseInt(parts[1]));
                }
            }
            default -> throw new IllegalArgumentException(field);
        }
        return request.build();
    }

    @Test
    void withoutANameTheHouseTrainerIsMeant() {
        var booking = request("12:00")
                .setTime(timestamp("2030-01-15T12:00:00Z"))
                .clearTrainerId()
                .build();
        trainer.makeHourAvailable(booking);
        trainer.scheduleTraining(booking);
        var named = booking.toBuilder()
                .setTrainerId(RunningTrainer.HOUSE.toString())
                .build();
        assertThat(told(trainer::scheduleTraining, named)).isEqualTo("done");
    }

    @Test
    void ofTwentyBookingsOfOneHourExactlyOneIsAccepted() throws Exception {
        trainer.makeHourAvailable(request("12:00").build());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(_ -> () ->
                            told(trainer::scheduleTraining, request("12:00").build()))
                    .toList();
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("done"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn("FAILED_PRECONDITION hour-not-available"::equals)
                    .hasSize(19);
        }
    }

    @Test
    void whoDoesNotShowTheCredentialIsNotServed() {
        try (var strangers = new Neighbours(
                new GrpcSettings("127.0.0.1", 0, "another-credential-than-the-right-one"), ObservationRegistry.NOOP)) {
            var stub = RunningTrainer.stub(strangers, RunningTrainer.shared());
            assertThat(told(stub::cancelTraining, request("12:00").build())).isEqualTo("unknown UNAUTHENTICATED");
        }
    }

    @Test
    void aCallWithoutCredentialAndDeadlineIsNotServed() {
        ManagedChannel channel = NettyChannelBuilder.forTarget(
                        RunningTrainer.shared().grpcTarget())
                .usePlaintext()
                .build();
        try {
            var stub = TrainerServiceGrpc.newBlockingStub(channel);
            var request = request("12:00").build();
            assertThat(told(stub::cancelTraining, request)).isEqualTo("unknown UNAUTHENTICATED");
            assertThat(told(stub.withDeadlineAfter(9, TimeUnit.SECONDS)::cancelTraining, request))
                    .isEqualTo("unknown UNAUTHENTICATED");
        } finally {
            channel.shutdownNow();
        }
    }
}
