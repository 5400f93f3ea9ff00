package ballast.e2e.history;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// The rules of transfers written a second time: two maps of counters that only grow, big integers, and their limit.
public final class ModelLedger {
    /// No counter is above it, so no balance is further from zero.
    public static final BigInteger BALANCE_MAX = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

    private final Map<String, BigInteger> debits = new HashMap<>();
    private final Map<String, BigInteger> credits = new HashMap<>();

    public BigInteger balance(String account) {
        return of(credits, account).subtract(of(debits, account));
    }

    /// Carries out a transfer, or refuses it.
    public Result apply(Transfer transfer) {
        if (transfer.from().equals(transfer.to())) {
            return new Result.Committed(balance(transfer.from()));
        }
        BigInteger debited = of(debits, transfer.from()).add(transfer.amount());
        BigInteger credited = of(credits, transfer.to()).add(transfer.amount());
        if (debited.compareTo(BALANCE_MAX) > 0) {
            return new Result.Refused(Result.Reason.SENDER_BALANCE_OVERFLOW);
        }
        if (credited.compareTo(BALANCE_MAX) > 0) {
            return new Result.Refused(Result.Reason.RECEIVER_BALANCE_OVERFLOW);
        }
        debits.put(transfer.from(), debited);
        credits.put(transfer.to(), credited);
        return new Result.Committed(balance(transfer.from()));
    }

    private static BigInteger of(Map<String, BigInteger> counters, String account) {
        return counters.getOrDefault(account, BigInteger.ZERO);
    }
}
