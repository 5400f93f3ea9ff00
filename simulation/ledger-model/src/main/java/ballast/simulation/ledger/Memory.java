package ballast.simulation.ledger;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.math.BigInteger;

/// What a workload remembers of what it asked for, in order to refer to it.
final class Memory {
    /// A hold that was placed.
    record Placed(ByteString transaction, int leg, Hold hold, BigInteger amount, long deadlineMillis) {}

    private final Recent<Transaction> transactions = new Recent<>(2_000);
    private final Recent<ByteString> refused = new Recent<>(20);
    private final Recent<ByteString> moved = new Recent<>(60);
    private final Recent<ByteString> reversed = new Recent<>(12);
    private final Recent<Placed> holds = new Recent<>(24);
    private final Recent<AccountName> closed = new Recent<>(10);

    void add(Transaction transaction, Outcome outcome) {
        transactions.add(transaction);
        if (outcome.hasRefused()) {
            refused.add(transaction.getId());
            return;
        }
        if (outcome.getEntriesList().stream().anyMatch(entry -> entry.getKind() == EntryKind.ENTRY_KIND_DEBIT)) {
            moved.add(transaction.getId());
        }
        for (Entry entry : outcome.getEntriesList()) {
            if (entry.getKind() == EntryKind.ENTRY_KIND_CLOSED) {
                closed.add(new AccountName(entry.getAccount(), entry.getAsset()));
            }
        }
        for (int i = 0; i < transaction.getLegsCount(); i++) {
            Leg leg = transaction.getLegs(i);
            if (leg.hasHold()) {
                BigInteger amount = Numbers.of(leg.getHold().getAmount());
                long timeout = leg.getHold().getTimeoutMillis();
                long deadline = timeout == 0 ? 0 : outcome.getTimeMillis() + timeout;
                holds.add(new Placed(transaction.getId(), i, leg.getHold(), amount, deadline));
            } else if (leg.hasReverse()) {
                reversed.add(leg.getReverse().getTransaction());
            }
        }
    }

    Recent<Transaction> transactions() {
        return transactions;
    }

    Recent<ByteString> refused() {
        return refused;
    }

    /// Transactions that can be reversed, or were.
    Recent<ByteString> moved() {
        return moved;
    }

    /// Transactions that were reversed.
    Recent<ByteString> reversed() {
        return reversed;
    }

    Recent<Placed> holds() {
        return holds;
    }

    Recent<AccountName> closed() {
        return closed;
    }
}
