package ballast.ledger;

/// The ways in which money moves: each changes the debit side of one account and the credit side of another.
enum Movement {
    /// At once: both posted counters grow.
    POSTED(Entry.Kind.DEBIT, Entry.Kind.CREDIT),
    /// Both pending counters grow.
    HELD(Entry.Kind.DEBIT_HELD, Entry.Kind.CREDIT_HELD),
    /// From pending to posted.
    CAPTURED(Entry.Kind.DEBIT_CAPTURED, Entry.Kind.CREDIT_CAPTURED),
    /// Both pending counters shrink, because somebody asked for it.
    RELEASED(Entry.Kind.DEBIT_RELEASED, Entry.Kind.CREDIT_RELEASED),
    /// Both pending counters shrink, because the hold's time is over.
    EXPIRED(Entry.Kind.DEBIT_EXPIRED, Entry.Kind.CREDIT_EXPIRED);

    private final Entry.Kind debit;
    private final Entry.Kind credit;

    Movement(Entry.Kind debit, Entry.Kind credit) {
        this.debit = debit;
        this.credit = credit;
    }

    Entry.Kind debit() {
        return debit;
    }

    Entry.Kind credit() {
        return credit;
    }
}
