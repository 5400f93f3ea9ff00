package ballast.stress;

import java.math.BigInteger;
import java.util.OptionalLong;

/// What became of one transfer.
sealed interface Fate {
    /// Done.
    ///
    /// @param balance the sender's balance after it
    /// @param position its place in the order of all transactions, from servers that tell
    record Acknowledged(BigInteger balance, OptionalLong position) implements Fate {}

    /// Not done, says the server.
    record Refused(String reply) implements Fate {}

    /// No answer that says so either way, however often it was asked.
    record Unknown(String last) implements Fate {}
}
