package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.ledger.BlockContext;
import ballast.ledger.Hold;
import ballast.ledger.Ledger;
import ballast.ledger.LedgerOutcome;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// One block's run: how far it has come, and what it has decided.
final class BlockRun {
    /// How many holds expire in one block at the most.
    static final int EXPIRIES_MAX = 1_000;

    /// How many deadlines a block takes out of the heap at the most: nearly all of them are of holds that were
    /// captured or released in time, and hardly any block adds as many.
    static final int DEADLINES_MAX = 1 << 15;

    /// What a block may decide, or read of what was decided before, until it passes over the rest of its
    /// transactions, so that its record fits the journal. Only legs that stand for many movements bring it there.
    static final long OUTCOME_BYTES_MAX = 24 << 20;

    /// How often a block may look at a hold until it passes over the rest of its transactions, so that its
    /// differences fit the memory: each look may end in a new deadline. A leg that names one hold takes 26 bytes at
    /// least, so that a block has room for fewer of them; only legs that stand for many holds bring it there.
    static final int HOLDS_MAX = 1 << 17;

    private final StateTip before;
    private final BlockContext context;
    private final StateOverlay overlay;
    private final DeadlineHeap deadlines;
    private final OldEntries history;
    private final BlockLedger ledger;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final OutcomeWriter writer = new OutcomeWriter();
    private final ContentDigest.Computer digests = new ContentDigest.Computer();
    private final MessageDigest sha256 = Sha256.digest();
    private final CRC32C checksum = new CRC32C();
    private int offset = JournalBlock.FIRST_ENTRY_OFFSET;
    private long outcomeBytes;

    BlockRun(StateTip before, BlockContext context, StateOverlay overlay, OldEntries history) {
        this.before = before;
        this.context = context;
        this.overlay = overlay;
        this.deadlines = new DeadlineHeap(overlay);
        this.history = history;
        this.ledger = new BlockLedger(overlay, deadlines, this::entry);
    }

    long timeMillis() {
        return context.timeMillis();
    }

    /// Positions are dense because they are counted by what is recorded.
    long lastPosition() {
        return before.position() + entries.size();
    }

    /// What is new in this block.
    List<JournalEntry> entries() {
        return entries;
    }

    /// Ends the holds whose time is over, the oldest deadline first. What a block has no room for is the next one's.
    void expire() {
        int expired = 0;
        for (int taken = 0; taken < DEADLINES_MAX && expired < EXPIRIES_MAX && isDue(); taken++) {
            var deadline = deadlines.top();
            deadlines.removeTop();
            if (isOfItsHold(overlay, deadline)) {
                expire(deadline);
                expired++;
            }
            overlay.commit();
        }
    }

    /// Whether a deadline still is that of its hold, and the hold still has to expire.
    static boolean isOfItsHold(StateOverlay overlay, Deadline deadline) {
        return overlay.value(overlay.hold(deadline.hold()))
                .filter(hold -> hold.state() == Hold.State.PENDING && hold.deadlineMillis() == deadline.timeMillis())
                .isPresent();
    }

    /// What becomes of a transaction: its outcome, serialized.
    byte[] outcome(Prepared prepared) {
        if (outcomeBytes > OUTCOME_BYTES_MAX || ledger.holdsRead() > HOLDS_MAX) {
            return ExecutedBlock.PASSED_OVER;
        }
        var content = digests.of(prepared);
        var record = overlay.value(prepared.record());
        if (!record.exists()) {
            return record(prepared, content, judged(prepared));
        }
        var outcome = entry(record).outcome();
        return record.content().equals(content) ? outcome : idAlreadyUsed(outcome);
    }

    private boolean isDue() {
        return !deadlines.isEmpty() && deadlines.top().timeMillis() <= context.timeMillis();
    }

    private void expire(Deadline deadline) {
        int attempt = 0;
        var id = ExpiryTransaction.id(sha256, deadline, attempt);
        while (overlay.value(overlay.transaction(id)).exists()) {
            attempt++;
            id = ExpiryTransaction.id(sha256, deadline, attempt);
        }
        var bytes = ExpiryTransaction.of(id, deadline).toByteArray();
        var prepared = new Prepared(
                bytes,
                id,
                overlay.transaction(id),
                Prepared.ID_FIELD_BYTES,
                new Reading.Refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
        ledger.begin(id);
        var committed = Ledger.expire(id, deadline.hold(), ledger, context);
        record(
                prepared,
                digests.of(prepared),
                writer.committed(lastPosition() + 1, context.timeMillis(), committed.entries()));
    }

    /// Runs a transaction whose id is new, at the next position.
    private byte[] judged(Prepared prepared) {
        ledger.begin(prepared.id());
        return switch (prepared.reading()) {
            case Reading.Refused(RefusalReason reason) -> refusal(reason);
            case Reading.Legs legs -> judged(prepared, legs);
        };
    }

    private byte[] judged(Prepared prepared, Reading.Legs legs) {
        legs.accounts().forEach(overlay::remember);
        return switch (Ledger.apply(legs.transaction(), ledger, context)) {
            case LedgerOutcome.Committed committed ->
                writer.committed(lastPosition() + 1, context.timeMillis(), committed.entries());
            case LedgerOutcome.Refused refused -> {
                overlay.drop();
                ledger.begin(prepared.id());
                yield writer.refused(lastPosition() + 1, context.timeMillis(), refused);
            }
        };
    }

    /// Keeps the outcome, and with it what the transaction has set.
    private byte[] record(Prepared prepared, ContentDigest content, byte[] outcome) {
        checksum.reset();
        checksum.update(outcome);
        var entry = new JournalEntry(prepared.bytes(), outcome);
        overlay.set(
                prepared.record(),
                new TransactionRecord(
                        content,
                        lastPosition() + 1,
                        before.height() + 1,
                        offset,
                        (int) checksum.getValue(),
                        java.util.Optional.empty(),
                        ledger.holds()));
        overlay.commit();
        entries.add(entry);
        offset += entry.bytes();
        outcomeBytes += outcome.length;
        return outcome;
    }

    private byte[] refusal(RefusalReason reason) {
        return Outcome.newBuilder()
                .setPosition(lastPosition() + 1)
                .setTimeMillis(context.timeMillis())
                .setRefused(Refusal.newBuilder().setReason(reason))
                .build()
                .toByteArray();
    }

    private static byte[] idAlreadyUsed(byte[] ownersOutcome) {
        var owner = OutcomeReader.outcome(ownersOutcome);
        return Outcome.newBuilder()
                .setPosition(owner.getPosition())
                .setTimeMillis(owner.getTimeMillis())
                .setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED))
                .build()
                .toByteArray();
    }

    /// From this block, or from the journal.
    private JournalEntry entry(TransactionRecord record) {
        var entry = record.position() > before.position()
                ? entries.get(Math.toIntExact(record.position() - before.position() - 1))
                : OldEntry.proven(history, record, checksum);
        outcomeBytes += entry.outcome().length;
        return entry;
    }
}
