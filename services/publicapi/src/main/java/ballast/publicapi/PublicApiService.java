package ballast.publicapi;

import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.TransferArguments;
import ballast.types.ledger.v1.TransferResult;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.PublicApi;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The public interface in front of a virtual machine: checks requests, builds calls of the contract "ledger" and maps
/// their outcomes. Over any transport, or none.
///
/// A stage fails with [InvalidArgumentException], after which nothing was done, or with what the virtual machine failed
/// with. A refused transfer is an answer, not a failure. Thread-safe if its parts are.
public final class PublicApiService implements PublicApi {
    private static final String LEDGER = "ledger";

    private final VirtualMachine virtualMachine;
    private final TransactionIds ids;

    public PublicApiService(VirtualMachine virtualMachine, TransactionIds ids) {
        this.virtualMachine = virtualMachine;
        this.ids = ids;
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
                .thenApply(response -> transferResponse(transaction.getId(), response));
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
        var transfer = TransferArguments.newBuilder()
                .setFrom(Arguments.message(
                        Arguments.address("from", request.getFrom().getValue())))
                .setTo(Arguments.message(Arguments.address("to", request.getTo().getValue())))
                .setAmount(Arguments.message(Arguments.amount("amount", request.getAmount())))
                .build();
        return Transaction.newBuilder()
                .setId(id(request))
                .setCall(call("Transfer", transfer.toByteString()))
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

    private static TransferResponse transferResponse(ByteString id, ProcessTransactionResponse answer) {
        var outcome = answer.getOutcome();
        var response = TransferResponse.newBuilder().setId(id).setPosition(outcome.getPosition());
        return switch (outcome.getFateCase()) {
            case REFUSED -> response.setRefused(outcome.getRefused()).build();
            case COMMITTED ->
                response.setSenderBalance(transferResult(outcome.getCommitted()).getSenderBalance())
                        .build();
            case FATE_NOT_SET -> throw new IllegalStateException("virtual machine: an outcome without a fate");
        };
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

    private static TransferResult transferResult(ByteString bytes) {
        try {
            return TransferResult.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("virtual machine: the result of a transfer does not decode", e);
        }
    }

    private static BalanceResult balanceResult(ByteString bytes) {
        try {
            return BalanceResult.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("virtual machine: the result of a balance call does not decode", e);
        }
    }

    @Override
    public CompletionStage<ballast.types.publicapi.v1.TransactResponse> transact(
            ballast.types.publicapi.v1.TransactRequest request) {
        throw new UnsupportedOperationException("Transact");
    }

    @Override
    public CompletionStage<ballast.types.publicapi.v1.TransactBatchResponse> transactBatch(
            ballast.types.publicapi.v1.TransactBatchRequest request) {
        throw new UnsupportedOperationException("TransactBatch");
    }

    @Override
    public CompletionStage<ballast.types.publicapi.v1.DryRunResponse> dryRun(
            ballast.types.publicapi.v1.TransactRequest request) {
        throw new UnsupportedOperationException("DryRun");
    }

    @Override
    public CompletionStage<ballast.types.publicapi.v1.GetTransactionResponse> getTransaction(
            ballast.types.publicapi.v1.GetTransactionRequest request) {
        throw new UnsupportedOperationException("GetTransaction");
    }

    @Override
    public CompletionStage<ballast.types.history.v1.ListTransactionsResponse> listTransactions(
            ballast.types.publicapi.v1.ListTransactionsRequest request) {
        throw new UnsupportedOperationException("ListTransactions");
    }

    @Override
    public CompletionStage<ballast.types.publicapi.v1.GetAccountResponse> getAccount(
            ballast.types.publicapi.v1.GetAccountRequest request) {
        throw new UnsupportedOperationException("GetAccount");
    }

    @Override
    public CompletionStage<ballast.types.history.v1.ReadBalancesResponse> getBalances(
            ballast.types.publicapi.v1.GetBalancesRequest request) {
        throw new UnsupportedOperationException("GetBalances");
    }

    @Override
    public CompletionStage<ballast.types.history.v1.ListAccountsResponse> listAccounts(
            ballast.types.publicapi.v1.ListAccountsRequest request) {
        throw new UnsupportedOperationException("ListAccounts");
    }

    @Override
    public CompletionStage<ballast.types.history.v1.ListEntriesResponse> listEntries(
            ballast.types.publicapi.v1.ListEntriesRequest request) {
        throw new UnsupportedOperationException("ListEntries");
    }

    @Override
    public CompletionStage<ballast.types.history.v1.SumBalancesResponse> sumBalances(
            ballast.types.publicapi.v1.SumBalancesRequest request) {
        throw new UnsupportedOperationException("SumBalances");
    }

    @Override
    public java.util.concurrent.Flow.Publisher<ballast.types.protocol.v1.RecordedTransaction> watch(
            ballast.types.publicapi.v1.WatchRequest request) {
        throw new UnsupportedOperationException("Watch");
    }
}
