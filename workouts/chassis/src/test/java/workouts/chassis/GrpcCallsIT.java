package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.database.Transactions;
import workouts.chassis.grpc.Answer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.problems.Problem;
import workouts.chassis.tiny.TinyGrpc;
import workouts.chassis.tiny.TinyService;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.GetTrainingBalanceResponse;
import workouts.contracts.users.UsersServiceGrpc;

/// Calls between services: what they have to carry, and what their callers learn.
final class GrpcCallsIT {
    private static final Metadata.Key<String> SLUG = Metadata.Key.of("slug", Metadata.ASCII_STRING_MARSHALLER);
    private final RunningService service = TinyService.shared();
    private final TinyGrpc tiny = service.bean(TinyGrpc.class);
    private final Neighbours neighbours =
            new Neighbours(new GrpcSettings("127.0.0.1", 0, TinyService.CREDENTIAL), ObservationRegistry.NOOP);
    private final UsersServiceGrpc.UsersServiceBlockingStub stub = stub(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        neighbours.close();
    }

    @Test
    void aCallIsAnswered() {
        assertThat(ask(stub, "")).isEqualTo(new Answer.Given<>(balance()));
    }

    @ParameterizedTest(name = "credential {0}, deadline {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            right   | true  | OK               |
            right   | false | INVALID_ARGUMENT | invalid-request
            wrong   | true  | UNAUTHENTICATED  | bad-service-credential
            missing | true  | UNAUTHENTICATED  | bad-service-credential
            missing | false | UNAUTHENTICATED  | bad-service-credential
            """)
    void aCallNeedsACredentialAndADeadline(String credential, boolean deadline, Status.Code code, String slug) {
        var channel = NettyChannelBuilder.forTarget(service.grpcTarget())
                .usePlaintext()
                .build();
        try {
            var headers = new Metadata();
            if (!credential.equals("missing")) {
                var secret = credential.equals("right") ? TinyService.CREDENTIAL : TinyService.CREDENTIAL + "!";
                headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + secret);
            }
            var plain = UsersServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
            var bounded = deadline ? plain.withDeadlineAfter(10, TimeUnit.SECONDS) : plain;
            if (code == Status.Code.OK) {
                assertThat(bounded.getTrainingBalance(request(""))).isEqualTo(balance());
            } else {
                assertThatThrownBy(() -> bounded.getTrainingBalance(request("")))
                        .asInstanceOf(type(StatusRuntimeException.class))
                        .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(code))
                        .satisfies(e -> assertThat(
                                        Objects.requireNonNull(e.getTrailers()).get(SLUG))
                                .isEqualTo(slug));
            }
        } finally {
            channel.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FORBIDDEN       | Refused FORBIDDEN as-forbidden
            NOT_FOUND       | Refused NOT_FOUND as-not-found
            CONFLICT        | Refused CONFLICT as-conflict
            OUTDATED        | Refused OUTDATED as-outdated
            RULE            | Refused RULE as-rule
            UNAUTHENTICATED | Unknown UNAUTHENTICATED
            UNFINISHED      | Unknown UNAVAILABLE
            UNAVAILABLE     | Unknown UNAVAILABLE
            FAULT           | Unknown INTERNAL
            bug             | Unknown INTERNAL
            """)
    void aRefusalIsToldApartFromAnUnknownOutcome(String id, String told) {
        var answer = ask(stub, id);
        assertThat(
                        switch (answer) {
                            case Answer.Given<?> given -> given.toString();
                            case Answer.Refused<?>(Problem problem) ->
                                "Refused " + problem.kind() + " " + problem.slug();
                            case Answer.Unknown<?>(Status.Code status) -> "Unknown " + status;
                        })
                .isEqualTo(told);
        assertThat(answer.toString()).doesNotContain("Ada");
    }

    @Test
    void aCallEndsAtItsDeadline() {
        assertThat(ask(stub(Duration.ofMillis(200)), "never"))
                .isEqualTo(new Answer.Unknown<>(Status.Code.DEADLINE_EXCEEDED));
    }

    @Test
    void anOutageIsTriedThreeTimes() {
        tiny.callsSince();
        tiny.beUnavailable(2);
        assertThat(ask(stub, "")).isEqualTo(new Answer.Given<>(balance()));
        assertThat(tiny.callsSince()).isEqualTo(3);
        tiny.beUnavailable(3);
        assertThat(ask(stub, "")).isEqualTo(new Answer.Unknown<>(Status.Code.UNAVAILABLE));
        assertThat(tiny.callsSince()).isEqualTo(3);
    }

    @Test
    void nobodyCallsInsideATransaction() {
        var transactions = service.bean(Transactions.class);
        assertThatThrownBy(() -> transactions.run(() -> ask(stub, ""))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownOutcomeIsUnavailableToWhoeverNeedsIt() {
        assertThatThrownBy(() -> ask(stub, "FAULT").orThrow())
                .hasMessage(Problem.unavailable().text());
        assertThatThrownBy(() -> ask(stub, "CONFLICT").orThrow()).hasMessage("told");
        assertThat(ask(stub, "").orThrow()).isEqualTo(balance());
    }

    private UsersServiceGrpc.UsersServiceBlockingStub stub(Duration deadline) {
        return UsersServiceGrpc.newBlockingStub(
                neighbours.channel(service.grpcTarget(), deadline, UsersServiceGrpc.SERVICE_NAME));
    }

    private static Answer<GetTrainingBalanceResponse> ask(UsersServiceGrpc.UsersServiceBlockingStub stub, String id) {
        return Answer.of(() -> stub.getTrainingBalance(request(id)));
    }

    private static GetTrainingBalanceRequest request(String id) {
        return GetTrainingBalanceRequest.newBuilder().setUserId(id).build();
    }

    private static GetTrainingBalanceResponse balance() {
        return GetTrainingBalanceResponse.newBuilder().setAmount(7).build();
    }
}
