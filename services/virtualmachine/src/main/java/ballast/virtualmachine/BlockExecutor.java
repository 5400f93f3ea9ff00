package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.Invariant;
import ballast.guard.InvariantViolation;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The step function: a block on a state gives outcomes and differences, the same bytes on every replica and in
/// every replay.
///
/// It reads the state and writes nothing: the caller makes the change durable, and until then a failure leaves
/// no trace.
final class BlockExecutor {
    static final int ID_BYTES = 16;

    /// What a value of the state holds less the digest, and less what an outcome adds to a result.
    static final int RESULT_BYTES_MAX = 4_095 - RecordedOutcome.DIGEST_BYTES - 64;

    /// A transfer's: its own record and two accounts.
    private static final int KEYS_PER_TRANSACTION = 3;

    private static final Outcome ID_MALFORMED = Outcome.newBuilder()
            .setRefused(refusal(RefusalReason.REFUSAL_REASON_ID_MALFORMED))
            .build();

    private final Contracts contracts;
    private final StateAccess state;
    private final StateDigest digest = new StateDigest();
    private final MessageDigest sha256 = Sha256.digest();

    BlockExecutor(Contracts contracts, StateAccess state) {
        this.contracts = contracts;
        this.state = state;
    }

    /// A transaction that is decoded and ready to run.
    private record Prepared(
            ByteString bytes, Transaction transaction, ByteString recordKey, PreparedCall<ContractState> call) {}

    ExecutedBlock execute(StateTip before, LogPosition log, Block block) {
        var overlay = new StateOverlay(
                state, KEYS_PER_TRANSACTION * block.transactions().size());
        var prepared = prepare(block, overlay);
        var run = new Run(overlay, before.position(), Math.max(before.timeMillis(), block.timeMillis()));
        var outcomes = new ArrayList<Outcome>(prepared.size());
        for (var transaction : prepared) {
            outcomes.add(outcome(transaction, run));
        }
        return new ExecutedBlock(outcomes, change(before, log, run));
    }

    private List<Prepared> prepare(Block block, StateOverlay overlay) {
        var prepared = new ArrayList<Prepared>(block.transactions().size());
        for (var bytes : block.transactions()) {
            var transaction = decoded(bytes);
            var call = contracts.prepare(transaction);
            var recordKey = StateKeys.transaction(transaction.getId());
            if (isIdentified(transaction)) {
                overlay.expect(recordKey);
                for (var key : call.expectedKeys()) {
                    overlay.expect(key);
                }
            }
            prepared.add(new Prepared(bytes, transaction, recordKey, call));
        }
        overlay.fetch();
        return prepared;
    }

    private Outcome outcome(Prepared prepared, Run run) {
        if (!isIdentified(prepared.transaction())) {
            return ID_MALFORMED;
        }
        var callDigest =
                RecordedOutcome.callDigest(sha256, prepared.transaction().getCall());
        var recorded = run.overlay.value(prepared.recordKey());
        if (recorded.isEmpty()) {
            return run.record(prepared, callDigest);
        }
        var outcome = RecordedOutcome.outcome(recorded);
        return RecordedOutcome.hasCall(recorded, callDigest)
                ? outcome
                : outcome.toBuilder()
                        .setRefused(refusal(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED))
                        .build();
    }

    private Optional<ExecutedBlock.Change> change(StateTip before, LogPosition log, Run run) {
        if (run.entries.isEmpty()) {
            return Optional.empty();
        }
        Invariant.check(run.overlay.growth().isZero(), "a block moves balances and creates none");
        var differences = run.overlay.differences();
        long height = before.height() + 1;
        var stateDigest = digest.next(before.digest(), height, differences);
        var tip = new StateTip(log, height, run.lastPosition(), run.timeMillis, stateDigest);
        differences.add(StateDifference.newBuilder()
                .setKey(StateKeys.TIP)
                .setValue(tip.encoded())
                .build());
        var journalBlock = new JournalBlock(height, run.timeMillis, before.position() + 1, run.entries, stateDigest);
        return Optional.of(new ExecutedBlock.Change(tip, journalBlock, differences));
    }

    private static boolean isIdentified(Transaction transaction) {
        return transaction.getId().size() == ID_BYTES;
    }

    private static Transaction decoded(ByteString bytes) {
        try {
            return Transaction.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InvariantViolation("a block holds transactions", e);
        }
    }

    private static Refusal refusal(RefusalReason reason) {
        return Refusal.newBuilder().setReason(reason).build();
    }

    /// One block's run: how far it has come.
    private static final class Run {
        private final StateOverlay overlay;
        private final long timeMillis;
        private final List<JournalEntry> entries = new ArrayList<>();
        private final long positionBefore;

        Run(StateOverlay overlay, long positionBefore, long timeMillis) {
            this.overlay = overlay;
            this.positionBefore = positionBefore;
            this.timeMillis = timeMillis;
        }

        /// Positions are dense because they are counted by what is recorded.
        long lastPosition() {
            return positionBefore + entries.size();
        }

        /// Runs a transaction whose id is new, at the next position.
        Outcome record(Prepared prepared, ByteString callDigest) {
            var outcome = Outcome.newBuilder().setPosition(lastPosition() + 1).setTimeMillis(timeMillis);
            switch (prepared.call().run(overlay)) {
                case CallOutcome.Result(ByteString message) -> {
                    Invariant.check(message.size() <= RESULT_BYTES_MAX, "a result fits its record");
                    overlay.commit();
                    outcome.setCommitted(message);
                }
                case CallOutcome.Refused(RefusalReason reason) -> {
                    overlay.drop();
                    outcome.setRefused(refusal(reason));
                }
            }
            var built = outcome.build();
            var bytes = built.toByteString();
            overlay.set(prepared.recordKey(), RecordedOutcome.encoded(callDigest, bytes));
            overlay.commit();
            entries.add(new JournalEntry(prepared.bytes().toByteArray(), bytes.toByteArray()));
            return built;
        }
    }
}
