package ballast.virtualmachine;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The transactions of a journal, executed in their order by the plain model; and every read that a caller
/// might have made, after each of them.
final class StormModel {
    private final ManualClock clock = new ManualClock();
    private final FakeVirtualMachine fake = new FakeVirtualMachine(clock);
    private final List<ContractCall> reads;
    private final Set<ByteString> recorded = new HashSet<>();
    private final List<Map<ContractCall, CallContractResponse>> answersAfter = new ArrayList<>();

    /// @throws AssertionError if an outcome in the journal is not the model's, byte for byte
    StormModel(MemoryHistory journal, List<ContractCall> reads) throws InvalidProtocolBufferException {
        this.reads = reads;
        remember();
        for (var block : journal.blocks()) {
            clock.advance(block.timeMillis() - clock.millis());
            for (var entry : block.entries()) {
                var transaction = Transaction.parseFrom(entry.transaction());
                // The model writes expiries itself; asked for one, it repeats what it wrote.
                var expected = process(transaction);
                if (!expected.toByteString().equals(ByteString.copyFrom(entry.outcome()))) {
                    throw new AssertionError(
                            "%s in the journal, not %s".formatted(Outcome.parseFrom(entry.outcome()), expected));
                }
                recorded.add(transaction.getId());
                remember();
            }
        }
    }

    boolean hasRecorded(ByteString id) {
        return recorded.contains(id);
    }

    /// What is wrong with an answer, if anything.
    ///
    /// @param knownBefore the last position that anybody knew when a call with this transaction was first made
    Optional<String> violation(Transaction transaction, Outcome answer, long knownBefore) {
        if (!recorded.contains(transaction.getId())) {
            return Optional.of("answered and lost: %s".formatted(answer));
        }
        // The model has executed the id's owner, and so answers as the machine has to, whoever called.
        var expected = process(transaction);
        if (!answer.equals(expected)) {
            return Optional.of("answered %s, not %s".formatted(answer, expected));
        }
        boolean isOwner = !answer.hasRefused() || answer.getRefused().getReasonValue() != 2;
        return isOwner && answer.getPosition() <= knownBefore
                ? Optional.of("placed at %d, though %d was known before it was first called with"
                        .formatted(answer.getPosition(), knownBefore))
                : Optional.empty();
    }

    /// What is wrong with the answer of a read that began when `knownBefore` was the last position that anybody
    /// knew.
    Optional<String> violation(ContractCall call, CallContractResponse answer, long knownBefore) {
        if (answer.getPosition() < knownBefore || answer.getPosition() >= answersAfter.size()) {
            return Optional.of("read at %d, though %d was known before and %d is the last"
                    .formatted(answer.getPosition(), knownBefore, answersAfter.size() - 1));
        }
        var expected = answersAfter.get(Math.toIntExact(answer.getPosition())).get(call);
        return answer.equals(expected) ? Optional.empty() : Optional.of("read %s, not %s".formatted(answer, expected));
    }

    private void remember() {
        var answers = new HashMap<ContractCall, CallContractResponse>();
        for (var read : reads) {
            answers.put(
                    read,
                    fake.callContract(Messages.request(read))
                            .toCompletableFuture()
                            .join());
        }
        answersAfter.add(answers);
    }

    private Outcome process(Transaction transaction) {
        ProcessTransactionResponse response = fake.processTransaction(Messages.request(transaction))
                .toCompletableFuture()
                .join();
        return response.getOutcome();
    }
}
