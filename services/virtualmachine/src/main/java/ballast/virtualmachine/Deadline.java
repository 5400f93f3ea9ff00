package ballast.virtualmachine;

import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;

/// When a hold may have to expire, ordered by time, then by the hold's name, byte by byte.
record Deadline(long timeMillis, HoldId hold) implements Comparable<Deadline> {
    /// No deadline.
    static final Deadline NONE = new Deadline(0, new HoldId(new TransactionId(0, 0), 0));

    @Override
    public int compareTo(Deadline other) {
        int byTime = Long.compare(timeMillis, other.timeMillis);
        if (byTime != 0) {
            return byTime;
        }
        int byHigh = Long.compareUnsigned(
                hold.transaction().high(), other.hold.transaction().high());
        if (byHigh != 0) {
            return byHigh;
        }
        int byLow = Long.compareUnsigned(
                hold.transaction().low(), other.hold.transaction().low());
        return byLow != 0 ? byLow : Integer.compare(hold.leg(), other.hold.leg());
    }
}
