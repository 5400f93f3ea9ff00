package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
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
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/// The whole machine but its thread: whoever owns it calls [#turn] until there is nothing left to do.
///
/// Calls and the log's callbacks may come from any thread; the methods from [#turn] on belong to one.
final class SteppedVirtualMachine implements VirtualMachine, ReplicatedStateMachine {
    private final CallDesk desk;
    private final Turns turns;
    private final LogPosition recovered;

    /// @param proposer names this run among all runs of all replicas
    SteppedVirtualMachine(VirtualMachineOptions options, long proposer, Outside outside) {
        desk = new CallDesk(options, outside.clock());
        turns = new Turns(options, proposer, outside, desk);
        recovered = turns.recovered();
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        return desk.take(request.getTransaction());
    }

    @Override
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        return desk.take(request.getTransactionsList());
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        return desk.tryOut(request.getTransaction());
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        return desk.find(request);
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        return desk.readAccounts(request);
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return desk.readPosition(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return desk.take(request.getCall());
    }

    @Override
    public LogPosition recovered() {
        return recovered;
    }

    /// A state cannot be fetched from elsewhere yet.
    ///
    /// @throws VirtualMachineException always
    @Override
    public void install(LogPosition through) {
        throw cannotInstall(through);
    }

    VirtualMachineException cannotInstall(LogPosition through) {
        return new VirtualMachineException(
                "the log begins after %s, and the state ends at %s: the blocks between are lost here"
                        .formatted(through, status().log()));
    }

    @Override
    public void deliver(LogPosition position, ByteBuffer entry) {
        var copy = ByteBuffer.allocate(entry.remaining()).put(entry).flip();
        desk.inbox().postDelivery(new Event.Delivered(position, copy));
    }

    @Override
    public void leadershipChanged(Leadership leadership) {
        desk.inbox().post(new Event.LeadershipChanged(leadership));
    }

    @Override
    public void logFailed(Throwable cause) {
        desk.inbox().post(new Event.Failed(new VirtualMachineException("the log failed", cause)));
    }

    /// Takes calls from now on, as far as this replica leads.
    void start(ReplicatedLog log) {
        desk.open(log);
    }

    /// Takes no calls from now on.
    void beginClosing() {
        desk.close();
    }

    VirtualMachineStatus status() {
        return turns.status();
    }

    /// Does everything that can be done now; `false` if there was nothing.
    boolean turn() {
        return turns.turn();
    }

    /// Waits until something happens; not for long while somebody waits for an answer, because time may be up.
    void await() throws InterruptedException {
        desk.inbox().await(turns.idleMillis());
    }

    /// Whether closing has come to its end and [#finish] is due.
    boolean isOver() {
        return turns.isOver();
    }

    /// Ends in order, with a last checkpoint.
    void finish() {
        turns.finish();
    }

    /// Ends without order: tells everybody who waits.
    void fail(Throwable cause) {
        desk.close();
        turns.dismissAll("the virtual machine failed: " + cause.getMessage());
    }
}
