package ballast.e2e.history;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// The rules of transfers written a second time: a map, big integers, and two limits.
public final class ModelLedger {
    /// No balance is further from zero than this.
    public static final BigInteger BALANCE_MAX = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

    private final Map<String, BigInteger> balances = new HashMap<>();

    public BigInteger balance(String account) {
        return balances.getOrDefault(account, BigInteger.ZERO);
    }

    /// Carries out a transfer, or refuses it.
    public Result apply(Transfer transfer) {
        if (transfer.from().equals(transfer.to())) {
            return new Result.Committed(balance(transfer.from()));
        }
        BigInteger sender = balance(transfer.from()).subtract(transfer.amount());
        BigInteger receiver = balance(transfer.to()).add(transfer.amount());
        if (sender.compareTo(BALANCE_MAX.negate()) < 0) {
            return new Result.Refused(Result.Reason.SENDER_BALANCE_OVERFLOW);
        }
        if (receiver.compareTo(BALANCE_MAX) > 0) {
            return new Result.Refused(Result.Reason.RECEIVER_BALANCE_OVERFLOW);
        }
        balances.put(transfer.from(), sender);
        balances.put(transfer.to(), receiver);
        return new Result.Committed(sender);
    }
}
