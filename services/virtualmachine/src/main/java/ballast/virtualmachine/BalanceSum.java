package ballast.virtualmachine;

import ballast.ledger.Balance;

/// Adds balances modulo 2¹²⁸: what does not cancel shows, however large the parts.
final class BalanceSum {
    private long high;
    private long low;

    void add(Balance balance) {
        add(balance.value().high(), balance.value().low());
    }

    void subtract(Balance balance) {
        var negated = balance.value().negate();
        add(negated.high(), negated.low());
    }

    boolean isZero() {
        return high == 0 && low == 0;
    }

    private void add(long otherHigh, long otherLow) {
        low += otherLow;
        high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
    }
}
