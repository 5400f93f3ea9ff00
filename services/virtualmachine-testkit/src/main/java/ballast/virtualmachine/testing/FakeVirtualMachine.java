package ballast.virtualmachine.testing;

import ballast.ledger.AccountKey;
import ballast.ledger.Asset;
import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.types.virtualmachine.v1.ReadPositionRequest;
import ballast.types.virtualmachine.v1.ReadPositionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A whole virtual machine in memory: right, plain and slow, behind one lock.
///
/// It has the rules of money from the ledger and shares no other code with the real one, so that it serves as the
/// model that the real one is compared with. Each call that may change something is a block of its own; before
/// it, and before each read, holds whose time is over expire. Every stage it returns is complete. Thread-safe.
public final class FakeVirtualMachine implements VirtualMachine {
    private static final int BATCH_MAX = 8_190;
    private static final int ACCOUNTS_MAX = 1_000;

    private final InstantSource clock;
    private final FakeLedger ledger;

    /// With a clock that stands still at the start of 2026.
    public FakeVirtualMachine() {
        this(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    }

    public FakeVirtualMachine(InstantSource clock) {
        this(clock, false);
    }

    /// @param explicitAccounts whether an account must be opened before it is used
    public FakeVirtualMachine(InstantSource clock, boolean explicitAccounts) {
        this.clock = clock;
        this.ledger = new FakeLedger(explicitAccounts);
    }

    /// How many transactions were recorded.
    public synchronized long position() {
        return ledger.position();
    }

    @Override
    public synchronized CompletionStage<ProcessTransactionResponse> processTransaction(
            ProcessTransactionRequest request) {
        ledger.begin(clock.millis());
        var outcome = ledger.process(request.getTransaction());
        ledger.state().keep();
        return CompletableFuture.completedFuture(
                ProcessTransactionResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public synchronized CompletionStage<ProcessTransactionsResponse> processTransactions(
            ProcessTransactionsRequest request) {
        int count = request.getTransactionsCount();
        if (count < 1 || count > BATCH_MAX) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("%d transactions".formatted(count)));
        }
        ledger.begin(clock.millis());
        var response = ProcessTransactionsResponse.newBuilder();
        request.getTransactionsList()
                .forEach(transaction ->
                        response.addOutcomes(ledger.process(transaction).toByteString()));
        ledger.state().keep();
        return CompletableFuture.completedFuture(response.build());
    }

    @Override
    public synchronized CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        var outcome = ledger.tryOut(request.getTransaction(), clock.millis());
        return CompletableFuture.completedFuture(DryRunResponse.newBuilder()
                .setOutcome(outcome)
                .setPosition(ledger.position())
                .build());
    }

    @Override
    public synchronized CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        ledger.begin(clock.millis());
        var response = FindTransactionResponse.newBuilder().setPosition(ledger.position());
        try {
            var id = Words.id(request.getId());
            ledger.state()
                    .recorded(id)
                    .ifPresent(found -> response.setFound(RecordedTransaction.newBuilder()
                            .setTransaction(found.transaction())
                            .setOutcome(found.outcome())));
            ledger.state().reversedBy(id).ifPresent(reversal -> response.setReversedBy(FakeMessages.id(reversal)));
        } catch (MalformedMessageException e) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("id", e));
        }
        return CompletableFuture.completedFuture(response.build());
    }

    @Override
    public synchronized CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        int count = request.getAccountsCount();
        if (count < 1 || count > ACCOUNTS_MAX) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("%d accounts".formatted(count)));
        }
        ledger.begin(clock.millis());
        var response = ReadAccountsResponse.newBuilder().setPosition(ledger.position());
        try {
            for (var name : request.getAccountsList()) {
                for (var key : keys(name)) {
                    response.addAccounts(
                            FakeMessages.account(key, ledger.state().account(key)));
                }
            }
        } catch (MalformedMessageException e) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("account", e));
        }
        return CompletableFuture.completedFuture(response.build());
    }

    @Override
    public synchronized CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        ledger.begin(clock.millis());
        return CompletableFuture.completedFuture(
                ReadPositionResponse.newBuilder().setPosition(ledger.position()).build());
    }

    @Override
    public synchronized CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        ledger.begin(clock.millis());
        var response = CallContractResponse.newBuilder().setPosition(ledger.position());
        var call = request.getCall();
        if (!call.getContract().equals("ledger")) {
            response.setRefused(FakeMessages.refusal(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN));
        } else if (!call.getMethod().equals("GetBalance")) {
            response.setRefused(FakeMessages.refusal(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN));
        } else {
            balance(call, response);
        }
        return CompletableFuture.completedFuture(response.build());
    }

    private void balance(ContractCall call, CallContractResponse.Builder response) {
        try {
            Words.requireKnown(call);
            var query = BalanceQuery.parseFrom(call.getArguments());
            Words.requireKnown(query);
            Words.requireKnown(query.getAccount());
            var key = Words.account(query.getAccount().getValue(), "UNIT");
            var balance = ledger.state().account(key).balances().posted();
            response.setResult(BalanceResult.newBuilder()
                    .setBalance(FakeMessages.int128(balance))
                    .build()
                    .toByteString());
        } catch (InvalidProtocolBufferException | MalformedMessageException e) {
            response.setRefused(FakeMessages.refusal(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
        }
    }

    private List<AccountKey> keys(AccountName name) throws MalformedMessageException {
        if (!name.getAsset().isEmpty()) {
            return List.of(Words.account(name.getAccount(), name.getAsset()));
        }
        var address = Words.account(name.getAccount(), Asset.UNIT.value()).address();
        var keys = new ArrayList<AccountKey>();
        ledger.state().assetsOf(address).forEach(asset -> keys.add(new AccountKey(address, asset)));
        return keys;
    }
}
