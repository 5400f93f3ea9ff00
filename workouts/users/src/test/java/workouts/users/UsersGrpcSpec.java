package workouts.users;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.users.Grpc.told;

import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;

/// What the other services can do with credits.
final class UsersGrpcSpec {
    private static final String OK = "OK";
    private static final String TOO_FEW = "FAILED_PRECONDITION not-enough-credits";
    private static final String REUSED = "FAILED_PRECONDITION request-id-reused";
    private static final String NO_HOLD = "FAILED_PRECONDITION no-such-hold";
    private static final String ENDED = "FAILED_PRECONDITION hold-ended";
    private static final String MALFORMED = "INVALID_ARGUMENT invalid-request";
    private static final String ID = "0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10";

    private final RunningUsers users = RunningUsers.shared();

    @Test
    void somebodyNeverHeardOfHasNothing() {
        assertThat(as(UUID.randomUUID()).balance()).isZero();
    }

    @Test
    void creditsAreGrantedAndTakenOnceForEachRequest() {
        var somebody = as(UUID.randomUUID());
        var request = UUID.randomUUID();
        assertThat(somebody.change(5, request)).isEqualTo(OK);
        assertThat(somebody.change(5, request)).isEqualTo(OK);
        assertThat(somebody.change(6, request)).isEqualTo(REUSED);
        assertThat(somebody.change(-6, UUID.randomUUID())).isEqualTo(TOO_FEW);
        assertThat(somebody.change(-2, UUID.randomUUID())).isEqualTo(OK);
        assertThat(somebody.balance()).isEqualTo(3);
    }

    @Test
    void aBookingIsPaid() {
        var somebody = as(users.somebodyWith(2));
        var booking = UUID.randomUUID();
        assertThat(somebody.hold(booking, 1)).isEqualTo(OK);
        assertThat(somebody.hold(booking, 1)).isEqualTo(OK);
        assertThat(somebody.hold(booking, 2)).isEqualTo(REUSED);
        assertThat(somebody.capture(booking)).isEqualTo(OK);
        assertThat(somebody.capture(booking)).isEqualTo(OK);
        assertThat(somebody.release(booking)).isEqualTo(ENDED);
        assertThat(somebody.balance()).isEqualTo(1);
    }

    @Test
    void aBookingIsGivenUp() {
        var somebody = as(users.somebodyWith(2));
        var booking = UUID.randomUUID();
        assertThat(somebody.hold(booking, 2)).isEqualTo(OK);
        assertThat(somebody.release(booking)).isEqualTo(OK);
        assertThat(somebody.release(booking)).isEqualTo(OK);
        assertThat(somebody.capture(booking)).isEqualTo(ENDED);
        assertThat(somebody.balance()).isEqualTo(2);
    }

    @Test
    void aBookingThatWasGivenUpBeforehandIsNotMade() {
        var somebody = as(users.somebodyWith(2));
        var booking = UUID.randomUUID();
        assertThat(somebody.release(booking)).isEqualTo(OK);
        assertThat(somebody.hold(booking, 1)).isEqualTo(ENDED);
        assertThat(somebody.capture(booking)).isEqualTo(NO_HOLD);
        assertThat(somebody.balance()).isEqualTo(2);
    }

    @Test
    void aBookingWithoutCreditsIsRefused() {
        var nobody = as(UUID.randomUUID());
        var booking = UUID.randomUUID();
        assertThat(nobody.hold(booking, 1)).isEqualTo(TOO_FEW);
        assertThat(nobody.capture(booking)).isEqualTo(NO_HOLD);
        assertThat(nobody.release(booking)).isEqualTo(OK);
    }

    @Test
    void aCancellationGivesBackOnce() {
        var somebody = as(users.somebodyWith(2));
        var booking = UUID.randomUUID();
        somebody.hold(booking, 1);
        somebody.capture(booking);
        var request = UUID.randomUUID();
        assertThat(somebody.giveBack(booking, request, 1, 1)).isEqualTo(OK);
        assertThat(somebody.giveBack(booking, request, 1, 1)).isEqualTo(OK);
        assertThat(somebody.giveBack(booking, request, 1, 0)).isEqualTo(REUSED);
        assertThat(somebody.balance()).isEqualTo(3);
    }

    @Test
    void twentyBookingsOfFiveCreditsAreFiveBookings() {
        var somebody = as(users.somebodyWith(5));
        var answers = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < 20; count++) {
                threads.execute(() -> answers.add(somebody.hold(UUID.randomUUID(), 1)));
            }
        }
        assertThat(answers).hasSize(20);
        assertThat(answers).filteredOn(OK::equals).hasSize(5);
        assertThat(answers).filteredOn(TOO_FEW::equals).hasSize(15);
        assertThat(somebody.balance()).isZero();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "'',        1,       " + ID + ", why",
        "1-2-3-4-5, 1,       " + ID + ", why",
        ID + ",     0,       " + ID + ", why",
        ID + ",     1000001, " + ID + ", why",
        ID + ",     -9223372036854775808, " + ID + ", why",
        ID + ",     1,       '',   why",
        ID + ",     1,       1-2-3-4-5, why",
        ID + ",     1,       " + ID + ", ''",
    })
    void aChangeThatCannotBeReadIsRefused(String person, long amount, String request, String reason) {
        assertThat(told(() -> users.grpc()
                        .updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                                .setUserId(person)
                                .setAmountChange(amount)
                                .setRequestId(request)
                                .setReason(reason)
                                .build())))
                .isEqualTo(MALFORMED);
    }

    @Test
    void otherRequestsThatCannotBeReadAreRefused() {
        var stub = users.grpc();
        var somebody = as(UUID.randomUUID());
        assertThat(told(() -> stub.getTrainingBalance(GetTrainingBalanceRequest.getDefaultInstance())))
                .isEqualTo(MALFORMED);
        assertThat(told(() -> stub.holdCredits(HoldCreditsRequest.newBuilder()
                        .setUserId(ID)
                        .setAmount(1)
                        .build())))
                .isEqualTo(MALFORMED);
        assertThat(somebody.hold(UUID.randomUUID(), 0)).isEqualTo(MALFORMED);
        assertThat(somebody.hold(UUID.randomUUID(), -1)).isEqualTo(MALFORMED);
        assertThat(told(() -> stub.captureCredits(CaptureCreditsRequest.getDefaultInstance())))
                .isEqualTo(MALFORMED);
        assertThat(told(() -> stub.releaseCredits(
                        ReleaseCreditsRequest.newBuilder().setBookingId("x").build())))
                .isEqualTo(MALFORMED);
        assertThat(told(() -> stub.returnCredits(ReturnCreditsRequest.newBuilder()
                        .setUserId(ID)
                        .setBookingId(ID)
                        .setRefund(1)
                        .build())))
                .isEqualTo(MALFORMED);
        assertThat(somebody.giveBack(UUID.randomUUID(), UUID.randomUUID(), 0, 0))
                .isEqualTo(MALFORMED);
        assertThat(somebody.giveBack(UUID.randomUUID(), UUID.randomUUID(), -1, 2))
                .isEqualTo(MALFORMED);
    }

    @Test
    void onlyTheServicesOfTheApplicationAreServed() {
        var channel =
                NettyChannelBuilder.forTarget(users.grpcTarget()).usePlaintext().build();
        try {
            var stub = UsersServiceGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
            assertThat(new Grpc(stub, UUID.randomUUID()).change(1_000, UUID.randomUUID()))
                    .isEqualTo("UNAUTHENTICATED bad-service-credential");
        } finally {
            channel.shutdownNow();
        }
    }

    private Grpc as(UUID person) {
        return new Grpc(users.grpc(), person);
    }
}
