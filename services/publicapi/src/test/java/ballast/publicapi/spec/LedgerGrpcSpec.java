package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.GetTransactionResponse;
import ballast.types.publicapi.v1.ListTransactionsRequest;
import ballast.types.publicapi.v1.SumBalancesRequest;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.TransactResponse;
import com.google.protobuf.UnknownFieldSet;
import io.vertx.grpc.common.GrpcStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The calls of the ledger over gRPC.
final class LedgerGrpcSpec {
    private static final int BATCH_MAX = 8_190;

    private final RunningServer server = new RunningServer(new RememberedLedger());
    private final GrpcClients clients = new GrpcClients();

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    @Test
    void aTransactionIsDoneAndFound() {
        var done = transact(LedgerMessages.transfer(1, "a", "b", 5));
        assertThat(done.status()).isEqualTo(GrpcStatus.OK);
        assertThat(done.message().orElseThrow().getOutcome().getPosition()).isEqualTo(1);
        var found = clients.call(
                server.port(),
                GrpcClients.method("GetTransaction", GetTransactionResponse.getDefaultInstance()),
                GetTransactionRequest.newBuilder().setId(LedgerMessages.id(1)).build());
        assertThat(found.message().orElseThrow().getTransaction().getOutcome())
                .isEqualTo(done.message().orElseThrow().getOutcome());
        var missing = clients.call(
                server.port(),
                GrpcClients.method("GetTransaction", GetTransactionResponse.getDefaultInstance()),
                GetTransactionRequest.newBuilder().setId(LedgerMessages.id(2)).build());
        assertThat(missing.status()).isEqualTo(GrpcStatus.NOT_FOUND);
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        var invalid = transact(LedgerMessages.transfer(1, "a", "b", 5).toBuilder()
                .addLegs(LedgerMessages.transfer(1, "a", "b", 0).getLegs(0))
                .build());
        assertThat(invalid.status()).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(invalid.text()).isEqualTo("parameter 'legs[1].transfer.amount': amount is 0 (at least: 1)");
        var future = Leg.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                99,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build());
        assertThat(transact(Transaction.newBuilder()
                                .setId(LedgerMessages.id(1))
                                .addLegs(future)
                                .build())
                        .text())
                .startsWith("parameter 'legs[0]': a field is unknown");
    }

    @Test
    void aWholeBatchGoesThroughSeveralAtOnce() {
        var calls = IntStream.range(0, 3)
                .mapToObj(call -> CompletableFuture.supplyAsync(() -> batch(call)))
                .toList();
        for (var call : calls) {
            var answer = call.join();
            assertThat(answer.status()).describedAs(answer.text()).isEqualTo(GrpcStatus.OK);
            assertThat(answer.message().orElseThrow().getOutcomesList())
                    .hasSize(BATCH_MAX)
                    .allMatch(outcome -> outcome.getEntriesCount() == 2);
        }
    }

    @Test
    void moreThanABatchMayHoldIsInvalid() {
        var request = TransactBatchRequest.newBuilder();
        for (int number = 0; number <= BATCH_MAX; number++) {
            request.addTransactions(LedgerMessages.transfer(number, "a", "b", 1));
        }
        var answer = clients.call(
                server.port(),
                GrpcClients.method("TransactBatch", TransactBatchResponse.getDefaultInstance()),
                request.build());
        assertThat(answer.status()).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        assertThat(answer.text()).isEqualTo("parameter 'transactions': has 8,191 items (expected: 1 to 8,190)");
    }

    @Test
    void aMalformedTransactionOfABatchIsRefusedOnItsOwn() {
        var good = LedgerMessages.transfer(1, "a", "b", 5);
        var withoutLegs = LedgerMessages.transfer(2, "a", "b", 5).toBuilder().clearLegs();
        var answer = clients.call(
                server.port(),
                GrpcClients.method("TransactBatch", TransactBatchResponse.getDefaultInstance()),
                TransactBatchRequest.newBuilder()
                        .addTransactions(good)
                        .addTransactions(withoutLegs)
                        .build());
        var outcomes = answer.message().orElseThrow().getOutcomesList();
        assertThat(outcomes.getFirst().hasCommitted()).isTrue();
        assertThat(outcomes.getLast().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    @Test
    void readsAreAnswered() {
        transact(LedgerMessages.transfer(1, "a", "b", 5));
        var dry = clients.call(
                server.port(),
                GrpcClients.method("DryRun", DryRunResponse.getDefaultInstance()),
                TransactRequest.newBuilder()
                        .setTransaction(LedgerMessages.transfer(2, "a", "b", 5))
                        .build());
        assertThat(dry.message().orElseThrow().getPosition()).isEqualTo(1);
        var account = clients.call(
                server.port(),
                GrpcClients.method("GetAccount", GetAccountResponse.getDefaultInstance()),
                GetAccountRequest.newBuilder().setAccount("a").build());
        assertThat(account.message().orElseThrow().getAccountsList()).hasSize(1);
        var sums = clients.call(
                server.port(),
                GrpcClients.method("SumBalances", SumBalancesResponse.getDefaultInstance()),
                SumBalancesRequest.getDefaultInstance());
        assertThat(sums.message().orElseThrow().getSumsList()).hasSize(1);
        var list = clients.call(
                server.port(),
                GrpcClients.method("ListTransactions", ListTransactionsResponse.getDefaultInstance()),
                ListTransactionsRequest.newBuilder()
                        .setQuery(ballast.types.history.v1.ListTransactionsRequest.newBuilder()
                                .setLimit(10))
                        .build());
        assertThat(list.message().orElseThrow().getTransactionsList()).hasSize(1);
        var unlimited = clients.call(
                server.port(),
                GrpcClients.method("ListTransactions", ListTransactionsResponse.getDefaultInstance()),
                ListTransactionsRequest.getDefaultInstance());
        assertThat(unlimited.text()).isEqualTo("parameter 'limit': is 0 (expected: 1 to 1,000)");
    }

    private GrpcClients.Answer<TransactResponse> transact(Transaction transaction) {
        return clients.call(
                server.port(),
                GrpcClients.method("Transact", TransactResponse.getDefaultInstance()),
                TransactRequest.newBuilder().setTransaction(transaction).build());
    }

    private GrpcClients.Answer<TransactBatchResponse> batch(int call) {
        var request = TransactBatchRequest.newBuilder();
        List<Integer> numbers = IntStream.range(0, BATCH_MAX)
                .map(place -> call * BATCH_MAX + place + 1)
                .boxed()
                .toList();
        numbers.forEach(number -> request.addTransactions(LedgerMessages.transfer(number, "a", "b", 1)));
        return clients.call(
                server.port(),
                GrpcClients.method("TransactBatch", TransactBatchResponse.getDefaultInstance()),
                request.build());
    }
}
