package ballast.e2e.history;

import java.math.BigInteger;

/// A balance that a client read.
///
/// @param position the last position whose effect the balance shows, as the answer named it
public record ReadRecord(String account, long position, BigInteger balance, long invokedNanos, long returnedNanos) {}
