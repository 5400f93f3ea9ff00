package ballast.virtualmachine.testing;

import ballast.ledger.BlockContext;
import ballast.ledger.Entry;
import ballast.ledger.HoldId;
import ballast.ledger.Ledger;
import ballast.ledger.LedgerOutcome;
import ballast.ledger.TransactionId;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/// Transactions and expiries one after the other, written a second time as plainly as can be; the rules
/// themselves are the ledger's.
final class FakeLedger {
    private static final int ID_BYTES = 16;
    private static final int EXPIRIES_MAX = 1_000;

    private final FakeState state = new FakeState();
    private final boolean explicitAccounts;
    private long position;
    private long timeMillis;

    FakeLedger(boolean explicitAccounts) {
        this.explicitAccounts = explicitAccounts;
    }

    FakeState state() {
        return state;
    }

    long position() {
        return position;
    }

    /// Begins a block: time goes on, and what is due expires.
    void begin(long nowMillis) {
        timeMillis = Math.max(timeMillis, nowMillis);
        var due = state.due(timeMillis);
        for (int expired = 0; due.isPresent() && expired < EXPIRIES_MAX; expired++) {
            expire(due.get());
            due = state.due(timeMillis);
        }
    }

    Outcome process(Transaction transaction) {
        return process(transaction.toByteString());
    }

    Outcome process(ByteString content) {
        var transaction = decoded(content);
        if (transaction.getId().size() != ID_BYTES) {
            return Outcome.newBuilder()
                    .setRefused(FakeMessages.refusal(RefusalReason.REFUSAL_REASON_ID_MALFORMED))
                    .build();
        }
        var id = Words.idOf(transaction.getId());
        var owner = state.recorded(id);
        if (owner.isEmpty()) {
            return execute(id, transaction, content);
        }
        var outcome = owner.get().outcome();
        return owner.get().content().equals(content)
                ? outcome
                : Outcome.newBuilder()
                        .setPosition(outcome.getPosition())
                        .setTimeMillis(outcome.getTimeMillis())
                        .setRefused(FakeMessages.refusal(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED))
                        .build();
    }

    /// What would become of a transaction in a block of its own.
    Outcome tryOut(Transaction transaction, long nowMillis) {
        long positionBefore = position;
        long timeBefore = timeMillis;
        int mark = state.mark();
        begin(nowMillis);
        var outcome = process(transaction);
        state.returnTo(mark);
        position = positionBefore;
        timeMillis = timeBefore;
        return outcome;
    }

    /// One without an id where there is no other way.
    private static Transaction decoded(ByteString content) {
        try {
            return Transaction.parseFrom(content);
        } catch (InvalidProtocolBufferException e) {
            return Transaction.getDefaultInstance();
        }
    }

    private Outcome execute(TransactionId id, Transaction transaction, ByteString content) {
        if (!transaction.toByteString().equals(content)) {
            return refused(id, transaction, content, RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        }
        if (transaction.hasCall()) {
            return refused(
                    id,
                    transaction,
                    content,
                    transaction.getCall().getContract().equals("ledger")
                            ? RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN
                            : RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        try {
            var legs = FakeTransactions.legs(transaction);
            int mark = state.mark();
            var fate = Ledger.apply(legs, state, new BlockContext(timeMillis, explicitAccounts));
            if (fate instanceof LedgerOutcome.Refused) {
                state.returnTo(mark);
            }
            return record(id, transaction, fate);
        } catch (MalformedMessageException e) {
            return refused(id, transaction, content, RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        }
    }

    private Outcome refused(TransactionId id, Transaction transaction, ByteString content, RefusalReason reason) {
        var outcome = next().setRefused(FakeMessages.refusal(reason)).build();
        state.record(id, new FakeState.Recorded(transaction, content, outcome, List.of()));
        return outcome;
    }

    private Outcome record(TransactionId id, Transaction transaction, LedgerOutcome fate) {
        var outcome = next();
        FakeMessages.addFate(fate, outcome);
        List<Entry> entries = fate instanceof LedgerOutcome.Committed committed ? committed.entries() : List.of();
        state.record(id, new FakeState.Recorded(transaction, transaction.toByteString(), outcome.build(), entries));
        return outcome.build();
    }

    private Outcome.Builder next() {
        position++;
        return Outcome.newBuilder().setPosition(position).setTimeMillis(timeMillis);
    }

    private void expire(HoldId hold) {
        long deadline = state.hold(hold).orElseThrow().deadlineMillis();
        int attempt = 0;
        var id = expiryId(hold, deadline, Optional.empty());
        while (state.isRecorded(id)) {
            attempt++;
            id = expiryId(hold, deadline, Optional.of(attempt));
        }
        var reference = HoldReference.newBuilder()
                .setTransaction(FakeMessages.id(hold.transaction()))
                .setLeg(hold.leg());
        var transaction = Transaction.newBuilder()
                .setId(FakeMessages.id(id))
                .addLegs(Leg.newBuilder().setExpire(ExpireHold.newBuilder().setHold(reference)))
                .build();
        record(id, transaction, Ledger.expire(id, hold, state, new BlockContext(timeMillis, explicitAccounts)));
    }

    private static TransactionId expiryId(HoldId hold, long deadline, Optional<Integer> attempt) {
        var text = new ByteArrayOutputStream();
        text.writeBytes("ballast expiry".getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(FakeMessages.id(hold.transaction()).toByteArray());
        text.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(hold.leg()).array());
        text.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(deadline).array());
        attempt.ifPresent(number -> text.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array()));
        var digest = sha256(text.toByteArray());
        digest[6] = (byte) (0x80 | (digest[6] & 0x0f));
        digest[8] = (byte) (0x80 | (digest[8] & 0x3f));
        return Words.idOf(ByteString.copyFrom(digest, 0, ID_BYTES));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
