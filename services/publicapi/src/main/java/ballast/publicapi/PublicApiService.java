package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.ledger.Asset;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.GetTransactionResponse;
import ballast.types.publicapi.v1.ListAccountsRequest;
import ballast.types.publicapi.v1.ListEntriesRequest;
import ballast.types.publicapi.v1.ListTransactionsRequest;
import ballast.types.publicapi.v1.PublicApi;
import ballast.types.publicapi.v1.SumBalancesRequest;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.TransactResponse;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import ballast.types.publicapi.v1.WatchRequest;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/// The public interface in front of a virtual machine: checks requests, builds calls of the contract "ledger" and
/// maps their outcomes. Over any transport, or none.
///
/// A stage fails with [InvalidArgumentException], after which nothing was done, or with what the virtual machine
/// failed with. A refused transfer is an answer, not a failure. Thread-safe if its parts are.
public final class PublicApiService implements PublicApi {
    private static final String LEDGER = "ledger";

    private final VirtualMachine virtualMachine;
    private final History history;
    private final TransactionIds ids;
    private final Transactions transactions;
    private final Reads reads;

    public PublicApiService(VirtualMachine virtualMachine, History history, TransactionIds ids) {
        this.virtualMachine = virtualMachine;
        this.history = history;
        this.ids = ids;
        transactions = new Transactions(virtualMachine);
        reads = new Reads(virtualMachine, history);
    }

    @Override
    public CompletionStage<TransferResponse> transfer(TransferRequest request) {
        Transaction transaction;
        try {
            transaction = transaction(request);
        } catch (InvalidArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return virtualMachine
                .processTransaction(ProcessTransactionRequest.newBuilder()
                        .setTransaction(transaction)
                        .build())
                .thenCompose(response -> transferResponse(transaction, response));
    }

    @Override
    public CompletionStage<GetBalanceResponse> getBalance(GetBalanceRequest request) {
        CallContractRequest call;
        try {
            call = balanceCall(request);
        } catch (InvalidArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return virtualMachine.callContract(call).thenApply(PublicApiService::balanceResponse);
    }

    private Transaction transaction(TransferRequest request) {
        Arguments.requireKnownFields("request", request);
        Arguments.requireKnownFields("from", request.getFrom());
        Arguments.requireKnownFields("to", request.getTo());
        Arguments.requireKnownFields("amount", request.getAmount());
        var transfer = Transfer.newBuilder()
                .setFrom(Arguments.address("from", request.getFrom().getValue()).value())
                .setTo(Arguments.address("to", request.getTo().getValue()).value())
                .setAsset(Asset.UNIT.value())
                .setAmount(Arguments.message(Arguments.amount("amount", request.getAmount())));
        return Transaction.newBuilder()
                .setId(id(request))
                .addLegs(Leg.newBuilder().setTransfer(transfer))
                .build();
    }

    private ByteString id(TransferRequest request) {
        if (request.getId().isEmpty()) {
            return TransactionId.bytes(ids.next());
        }
        Arguments.requireId("id", request.getId());
        return request.getId();
    }

    private static CallContractRequest balanceCall(GetBalanceRequest request) {
        Arguments.requireKnownFields("request", request);
        Arguments.requireKnownFields("account", request.getAccount());
        var account = Arguments.address("account", request.getAccount().getValue());
        var query =
                BalanceQuery.newBuilder().setAccount(Arguments.message(account)).build();
        return CallContractRequest.newBuilder()
                .setCall(call("GetBalance", query.toByteString()))
                .build();
    }

    private static ContractCall call(String method, ByteString arguments) {
        return ContractCall.newBuilder()
                .setContract(LEDGER)
                .setMethod(method)
                .setArguments(arguments)
                .build();
    }

    private CompletionStage<TransferResponse> transferResponse(
            Transaction transaction, ProcessTransactionResponse answer) {
        var outcome = answer.getOutcome();
        var response = TransferResponse.newBuilder().setId(transaction.getId()).setPosition(outcome.getPosition());
        return switch (outcome.getFateCase()) {
            case REFUSED -> completed(response.setRefused(outcome.getRefused()));
            case COMMITTED ->
                outcome.getEntriesCount() == 0
                        ? unmoved(transaction.getLegs(0).getTransfer(), response)
                        : completed(response.setSenderBalance(
                                Arguments.posted(outcome.getEntries(0).getAfter())));
            case FATE_NOT_SET -> throw new IllegalStateException("virtual machine: an outcome without a fate");
        };
    }

    /// A transfer to oneself makes no entry that would say the balance. History says it as of the transfer, so
    /// that a repeat is answered as the first was.
    private CompletionStage<TransferResponse> unmoved(Transfer transfer, TransferResponse.Builder response) {
        if (!transfer.getFrom().equals(transfer.getTo())) {
            throw new IllegalStateException("virtual machine: a committed transfer without entries");
        }
        var query = ReadBalancesRequest.newBuilder()
                .setAccount(transfer.getFrom())
                .setAsset(Asset.UNIT.value())
                .setAsOf(AsOf.newBuilder().setPosition(response.getPosition()))
                .setMinPosition(response.getPosition())
                .build();
        return history.readBalances(query)
                .thenApply(past -> {
                    response.setSenderBalance(Int128.getDefaultInstance());
                    past.getAccountsList()
                            .forEach(account -> response.setSenderBalance(Arguments.posted(account.getBalances())));
                    return response.build();
                })
                .exceptionallyCompose(why -> CompletableFuture.failedFuture(new ServiceFailure(
                        ServiceFailure.Kind.OUTCOME_UNKNOWN, "history did not say the balance", why)));
    }

    private static CompletionStage<TransferResponse> completed(TransferResponse.Builder response) {
        return CompletableFuture.completedFuture(response.build());
    }

    private static GetBalanceResponse balanceResponse(CallContractResponse answer) {
        return switch (answer.getFateCase()) {
            case REFUSED -> throw new RefusedCallException(answer.getRefused().getReason());
            case RESULT ->
                GetBalanceResponse.newBuilder()
                        .setBalance(balanceResult(answer.getResult()).getBalance())
                        .setPosition(answer.getPosition())
                        .build();
            case FATE_NOT_SET -> throw new IllegalStateException("virtual machine: an answer without a fate");
        };
    }

    private static BalanceResult balanceResult(ByteString bytes) {
        try {
            return BalanceResult.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("virtual machine: the result of a balance call does not decode", e);
        }
    }

    @Override
    public CompletionStage<TransactResponse> transact(TransactRequest request) {
        return checked(() -> transactions.transact(request));
    }

    @Override
    public CompletionStage<TransactBatchResponse> transactBatch(TransactBatchRequest request) {
        return checked(() -> transactions.transactBatch(request));
    }

    /// As [#transactBatch], for transactions that are serialized and stay so: the two messages look alike on the wire.
    ///
    /// A transaction that is malformed is refused by the virtual machine, on its own.
    CompletionStage<ProcessTransactionsResponse> transactBatch(ProcessTransactionsRequest request) {
        return checked(() -> transactions.transactBatch(request));
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(TransactRequest request) {
        return checked(() -> transactions.dryRun(request));
    }

    @Override
    public CompletionStage<GetTransactionResponse> getTransaction(GetTransactionRequest request) {
        return checked(() -> transactions.find(request));
    }

    @Override
    public CompletionStage<ListTransactionsResponse> listTransactions(ListTransactionsRequest request) {
        return checked(() -> reads.transactions(request));
    }

    @Override
    public CompletionStage<GetAccountResponse> getAccount(GetAccountRequest request) {
        return checked(() -> reads.account(request));
    }

    @Override
    public CompletionStage<ReadBalancesResponse> getBalances(GetBalancesRequest request) {
        return checked(() -> reads.balances(request));
    }

    @Override
    public CompletionStage<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
        return checked(() -> reads.accounts(request));
    }

    @Override
    public CompletionStage<ListEntriesResponse> listEntries(ListEntriesRequest request) {
        return checked(() -> reads.entries(request));
    }

    @Override
    public CompletionStage<SumBalancesResponse> sumBalances(SumBalancesRequest request) {
        return checked(() -> reads.sums(request));
    }

    /// @throws InvalidArgumentException unless the position is one
    @Override
    public Flow.Publisher<RecordedTransaction> watch(WatchRequest request) {
        Arguments.requireKnownFields("request", request);
        if (request.getFrom() < 1) {
            throw new InvalidArgumentException(
                    "from", "is %s (expected: a position, from 1)".formatted(Long.toUnsignedString(request.getFrom())));
        }
        return new Watch(history, request.getFrom());
    }

    private static <R> CompletionStage<R> checked(Supplier<CompletionStage<R>> call) {
        try {
            return call.get();
        } catch (InvalidArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
