package ballast.history;

import ballast.guard.InvalidQueryException;
import ballast.ledger.Address;
import ballast.ledger.Parsed;
import ballast.types.history.v1.Range;
import java.util.regex.Pattern;

/// What the fields of a question must keep, one exception that names the field for each way not to.
final class Checks {
    static final int LIMIT_MAX = 1_000;
    static final int WAIT_MILLIS_MAX = 60_000;
    private static final Pattern ASSET = Pattern.compile("[A-Z][A-Z0-9_]{0,15}(/([0-9]|[12][0-9]|3[0-8]))?");

    private Checks() {}

    static void limit(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new InvalidQueryException(
                    "limit", "%s (expected: 1 to %d)".formatted(Integer.toUnsignedString(limit), LIMIT_MAX));
        }
    }

    static void account(String account, String field) {
        if (Address.parse(account) instanceof Parsed.Invalid<Address>(String flaw)) {
            throw new InvalidQueryException(field, flaw);
        }
    }

    /// The beginning of an address, which may be empty.
    static void prefix(String prefix) {
        if (!prefix.isEmpty()) {
            account(prefix, "prefix");
        }
    }

    static void asset(String asset, String field) {
        if (!ASSET.matcher(asset).matches()) {
            throw new InvalidQueryException(
                    field, "no asset (expected: an upper-case letter, then up to 15 of A-Z 0-9 _, then / and 0 to 38)");
        }
    }

    /// An asset, or nothing for every one.
    static void assetOrEvery(String asset) {
        if (!asset.isEmpty()) {
            asset(asset, "asset");
        }
    }

    static void range(Range range, String field) {
        if (range.hasFrom() && range.hasTo() && Long.compareUnsigned(range.getFrom(), range.getTo()) > 0) {
            throw new InvalidQueryException(field, "it ends before it begins");
        }
    }

    /// A position that must exist already.
    static void existing(long position, long newest, String field) {
        if (Long.compareUnsigned(position, newest) > 0) {
            throw new InvalidQueryException(
                    field, "%s (expected: at most %d, the newest)".formatted(Long.toUnsignedString(position), newest));
        }
    }

    /// What an unsigned number is as a bound: everything is below the greatest that can be.
    static long bound(long unsigned) {
        return unsigned < 0 ? Long.MAX_VALUE : unsigned;
    }
}
