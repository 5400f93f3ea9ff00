package ballast.e2e.history;

import java.math.BigInteger;

/// What a transfer came to.
public sealed interface Result {
    /// It happened.
    ///
    /// @param balance the sender's, right after it
    record Committed(BigInteger balance) implements Result {}

    /// It changed nothing.
    record Refused(Reason reason) implements Result {}

    /// Why a well-formed transfer is refused, in order of precedence.
    enum Reason {
        SENDER_BALANCE_OVERFLOW,
        RECEIVER_BALANCE_OVERFLOW,
    }
}
