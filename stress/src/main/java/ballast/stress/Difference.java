package ballast.stress;

import java.math.BigInteger;

/// A balance that is not what the acknowledged transfers make it.
public record Difference(String account, BigInteger expected, BigInteger found) {
    @Override
    public String toString() {
        return "%s: expected %s, found %s, off by %s".formatted(account, expected, found, found.subtract(expected));
    }
}
