package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.publicapi.SizeLimits;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import ballast.virtualmachine.testing.FailingVirtualMachine;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.LateVirtualMachine;
import ballast.virtualmachine.testing.RefusingVirtualMachine;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.vertx.grpc.common.GrpcStatus;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gRPC interface, on the port of the plain HTTP interface, called by a foreign client.
final class GrpcApiSpec {
    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);
    private static final GrpcClients CLIENT = new GrpcClients();
    private static final ByteString ID =
            ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final String ID_TEXT = "01020304-0506-0708-090a-0b0c0d0e0f10";

    record Invalid(TransferRequest.Builder request, String text) {}

    record Status(RefusalReason reason, GrpcStatus status) {}

    record Failure(ServiceFailure.Kind kind, GrpcStatus status, String text) {}

    static List<Invalid> invalidTransfers() {
        return List.of(
                new Invalid(TransferRequest.newBuilder(), "parameter 'from': address is missing"),
                new Invalid(
                        transfer("a b", "b", 1),
                        "parameter 'from': address has U+0020 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)"),
                new Invalid(transfer("a", "", 1), "parameter 'to': address is missing"),
                new Invalid(
                        transfer("a", "b".repeat(65), 1), "parameter 'to': address has 65 characters (at most: 64)"),
                new Invalid(transfer("a", "b", 0), "parameter 'amount': amount is 0 (at least: 1)"),
                new Invalid(transfer("a", "b", -5), "parameter 'amount': amount is -5 (at least: 1)"),
                new Invalid(
                        transfer("a", "b", 1).setId(ByteString.copyFromUtf8("short")),
                        "parameter 'id': id has 5 bytes (expected: 16)"),
                new Invalid(
                        transfer("a", "b", 1).setUnknownFields(future()),
                        "parameter 'request': a field is unknown: the caller speaks a newer version of this interface"),
                new Invalid(
                        transfer("a", "b", 1)
                                .setAmount(Int128.newBuilder().setLow(1).setUnknownFields(future())),
                        "parameter 'amount': a field is unknown: the caller speaks a newer version of this interface"));
    }

    /// For calls whose response has no place for a refusal.
    static List<Status> refusals() {
        return List.of(
                new Status(RefusalReason.REFUSAL_REASON_ID_MALFORMED, GrpcStatus.INVALID_ARGUMENT),
                new Status(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED, GrpcStatus.ALREADY_EXISTS),
                new Status(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN, GrpcStatus.UNIMPLEMENTED),
                new Status(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN, GrpcStatus.UNIMPLEMENTED),
                new Status(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED, GrpcStatus.INVALID_ARGUMENT),
                new Status(RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED, GrpcStatus.FAILED_PRECONDITION),
                new Status(RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED, GrpcStatus.FAILED_PRECONDITION),
                new Status(RefusalReason.REFUSAL_REASON_UNSPECIFIED, GrpcStatus.FAILED_PRECONDITION));
    }

    static List<Failure> failures() {
        return List.of(
                new Failure(
                        ServiceFailure.Kind.OVERLOADED,
                        GrpcStatus.RESOURCE_EXHAUSTED,
                        "too much is waiting; nothing was done, try again later"),
                new Failure(
                        ServiceFailure.Kind.UNAVAILABLE,
                        GrpcStatus.UNAVAILABLE,
                        "the ledger takes no calls now; nothing was done, try again later"),
                new Failure(
                        ServiceFailure.Kind.OUTCOME_UNKNOWN,
                        GrpcStatus.DEADLINE_EXCEEDED,
                        "the outcome is unknown; repeat with Ballast-Transaction-Id as Idempotency-Key to learn it"));
    }

    @BeforeEach
    void emptyTheLedger() {
        LEDGER.switchTo(new FakeVirtualMachine());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void aTransferIsAnsweredWithTheSendersBalance() {
        var answer = call(transfer("user1", "user2", 17).setId(ID));
        assertThat(answer.status()).isEqualTo(GrpcStatus.OK);
        assertThat(answer.message())
                .contains(TransferResponse.newBuilder()
                        .setId(ID)
                        .setPosition(1)
                        .setSenderBalance(int128(-17))
                        .build());
    }

    @Test
    void aBalanceSaysItsPosition() {
        call(transfer("user1", "user2", 17));
        assertThat(balance("user2").message())
                .contains(GetBalanceResponse.newBuilder()
                        .setBalance(int128(17))
                        .setPosition(1)
                        .build());
        assertThat(balance("nobody").message().orElseThrow().getBalance()).isEqualTo(Int128.getDefaultInstance());
    }

    @Test
    void aTransferWithoutAnIdIsGivenOne() {
        var first = call(transfer("user1", "user2", 1)).message().orElseThrow();
        var second = call(transfer("user1", "user2", 1)).message().orElseThrow();
        assertThat(first.getId().size()).isEqualTo(16);
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(second.getSenderBalance()).isEqualTo(int128(-2));
    }

    @Test
    void aRepeatGetsTheFirstAnswer() {
        var first = call(transfer("user1", "user2", 1).setId(ID));
        assertThat(call(transfer("user1", "user2", 1).setId(ID))).isEqualTo(first);
        assertThat(balance("user1").message().orElseThrow().getBalance()).isEqualTo(int128(-1));
    }

    @Test
    void aRefusedTransferIsAnOkResponse() {
        call(transfer("user1", "user2", 1).setId(ID));
        var answer = call(transfer("user1", "user2", 2).setId(ID));
        assertThat(answer.status()).isEqualTo(GrpcStatus.OK);
        var message = answer.message().orElseThrow();
        assertThat(message.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED);
        assertThat(message.hasSenderBalance()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("invalidTransfers")
    void anInvalidTransferIsToldWhichFieldAndReachesNothing(Invalid row) {
        var answer = call(row.request());
        assertThat(answer.text()).isEqualTo(row.text());
        assertThat(answer.status()).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(LEDGER.calls()).isZero();
    }

    @Test
    void anInvalidBalanceCallIsToldWhichField() {
        var answer = balance("no/account");
        assertThat(answer.status()).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(answer.text()).startsWith("parameter 'account': address has '/' at place 3");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalWithoutAPlaceInTheResponseIsAStatus(Status row) {
        LEDGER.switchTo(new RefusingVirtualMachine(row.reason()));
        assertThat(balance("a").status()).isEqualTo(row.status());
        assertThat(call(transfer("a", "b", 1)).status()).isEqualTo(GrpcStatus.OK);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsAStatusThatNamesTheId(Failure row) {
        LEDGER.switchTo(new FailingVirtualMachine(row.kind()));
        var answer = call(transfer("a", "b", 1).setId(ID));
        assertThat(answer.status()).isEqualTo(row.status());
        assertThat(answer.text()).isEqualTo(row.text());
        assertThat(answer.transactionId()).isEqualTo(ID_TEXT);
        assertThat(call(transfer("a", "b", 1)).transactionId()).matches("[0-9a-f-]{36}");
        assertThat(balance("a").status()).isEqualTo(row.status());
    }

    @Test
    void anUnknownMethodIsUnimplemented() {
        var answer = CLIENT.call(SERVER.port(), GrpcClients.MISSPELT, GetBalanceRequest.getDefaultInstance());
        assertThat(answer.status()).isEqualTo(GrpcStatus.UNIMPLEMENTED);
        assertThat(answer.text()).startsWith("no such method (known: the rpcs of ballast.publicapi.v1.PublicApi)");
    }

    @Test
    void aCompressedMessageIsUnimplemented() {
        var answer = CLIENT.call(
                SERVER.port(), GrpcClients.TRANSFER, transfer("a", "b", 1).build(), "gzip");
        assertThat(answer.status()).isEqualTo(GrpcStatus.UNIMPLEMENTED);
        assertThat(answer.text()).isEqualTo("compression is not supported (use: identity)");
    }

    @Test
    void aMessageThatIsTooLargeExhaustsAResource() {
        var padded = transfer("a", "b", 1).setId(ByteString.copyFrom(new byte[1_048_576]));
        var answer = call(padded);
        assertThat(answer.status()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
        assertThat(answer.text()).isEqualTo("the message is too large (at most: 1048576 bytes)");
        assertThat(call(transfer("a", "b", 1)).status()).isEqualTo(GrpcStatus.OK);
    }

    @Test
    void aMessageThatDoesNotDecodeIsInvalid() {
        var answer = raw("application/grpc+proto", "\0\0\0\0\2\n\177");
        assertThat(answer).contains("the message does not decode");
        assertThat(LEDGER.calls()).isZero();
    }

    @Test
    void twoMessagesAreInvalid() {
        var answer = raw("application/grpc", "\0\0\0\0\0".repeat(2));
        assertThat(answer).contains("the request says 0 bytes and has 5 (expected: one whole message)");
    }

    @Test
    void anotherEncodingOfMessagesIsNotGrpc() {
        assertThat(raw("application/grpc+json", "{}")).contains("error: no such path");
    }

    @Test
    void tooManyCallsExhaustAResource() {
        var late = new LateVirtualMachine(new FakeVirtualMachine());
        try (var server = new RunningServer(late, SizeLimits.defaults().withInFlightMax(1), Limits.patient());
                var connection = server.connect()) {
            connection.request("GET /api/balance?from=a", "", "");
            Eventually.holds("the first has arrived", () -> late.waiting() == 1);
            var answer = CLIENT.call(
                    server.port(), GrpcClients.TRANSFER, transfer("a", "b", 1).build());
            assertThat(answer.status()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
            assertThat(answer.text()).isEqualTo("too much is waiting; nothing was done, try again later");
            late.answerAll();
            assertThat(connection.response().body()).isEqualTo("0");
        }
    }

    @Test
    void aMessageThatDoesNotArriveInTimeIsToldSo() {
        try (var server = new RunningServer(LEDGER, SizeLimits.defaults(), Limits.shortBody());
                var connection = server.connect()) {
            connection.send(Http2Frames.PREFACE + Http2Frames.settings());
            connection.send(Http2Frames.headers(Http2Frames.END_HEADERS, 1, rawHead("application/grpc")));
            assertThat(connection.receivedUntil("in time")).contains("the request did not arrive in time");
        }
    }

    /// What comes back for a body as it is, in the frames of HTTP/2, whose texts of ours are not compressed.
    private static String raw(String contentType, String body) {
        try (var connection = SERVER.connect()) {
            connection.send(Http2Frames.PREFACE + Http2Frames.settings());
            connection.send(Http2Frames.headers(Http2Frames.END_HEADERS, 1, rawHead(contentType)));
            connection.send(Http2Frames.data(Http2Frames.END_STREAM, 1, body));
            connection.send(Http2Frames.ping());
            return connection.receivedUntil("\u0006\u0001");
        }
    }

    private static String rawHead(String contentType) {
        return Http2Frames.request("POST", "/ballast.publicapi.v1.PublicApi/Transfer")
                + Http2Frames.header("content-type", contentType);
    }

    private static GrpcClients.Answer<TransferResponse> call(TransferRequest.Builder request) {
        return CLIENT.call(SERVER.port(), GrpcClients.TRANSFER, request.build());
    }

    private static GrpcClients.Answer<GetBalanceResponse> balance(String account) {
        var request =
                GetBalanceRequest.newBuilder().setAccount(Address.newBuilder().setValue(account));
        return CLIENT.call(SERVER.port(), GrpcClients.GET_BALANCE, request.build());
    }

    private static TransferRequest.Builder transfer(String from, String to, long amount) {
        return TransferRequest.newBuilder()
                .setFrom(Address.newBuilder().setValue(from))
                .setTo(Address.newBuilder().setValue(to))
                .setAmount(int128(amount));
    }

    private static Int128 int128(long value) {
        return Int128.newBuilder().setHigh(value >> 63).setLow(value).build();
    }

    private static UnknownFieldSet future() {
        return UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
    }
}
