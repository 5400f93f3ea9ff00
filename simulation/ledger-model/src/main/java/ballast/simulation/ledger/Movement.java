package ballast.simulation.ledger;

import ballast.types.ledger.v1.EntryKind;
import java.math.BigInteger;

/// What happens to an amount between two accounts: the kinds of the two entries, and which counters change which way.
enum Movement {
    POST(EntryKind.ENTRY_KIND_DEBIT, EntryKind.ENTRY_KIND_CREDIT, 1, 0),
    HOLD(EntryKind.ENTRY_KIND_DEBIT_HELD, EntryKind.ENTRY_KIND_CREDIT_HELD, 0, 1),
    CAPTURE(EntryKind.ENTRY_KIND_DEBIT_CAPTURED, EntryKind.ENTRY_KIND_CREDIT_CAPTURED, 1, -1),
    RELEASE(EntryKind.ENTRY_KIND_DEBIT_RELEASED, EntryKind.ENTRY_KIND_CREDIT_RELEASED, 0, -1),
    EXPIRE(EntryKind.ENTRY_KIND_DEBIT_EXPIRED, EntryKind.ENTRY_KIND_CREDIT_EXPIRED, 0, -1);

    private final EntryKind debit;
    private final EntryKind credit;
    private final BigInteger posted;
    private final BigInteger pending;

    Movement(EntryKind debit, EntryKind credit, long posted, long pending) {
        this.debit = debit;
        this.credit = credit;
        this.posted = BigInteger.valueOf(posted);
        this.pending = BigInteger.valueOf(pending);
    }

    EntryKind debit() {
        return debit;
    }

    EntryKind credit() {
        return credit;
    }

    BigInteger posted(BigInteger amount) {
        return amount.multiply(posted);
    }

    BigInteger pending(BigInteger amount) {
        return amount.multiply(pending);
    }
}
