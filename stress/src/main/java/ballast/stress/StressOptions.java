package ballast.stress;

import java.net.URI;
import java.util.regex.Pattern;

/// What a stress run does, checked: a value of this type can be run.
///
/// @param url where the server answers; plain `http`, a base path is allowed
/// @param mode what is sent
/// @param transactions how many transfers a seeded run makes
/// @param users how many accounts the transfers go between
/// @param concurrency connections, each with one request at a time
/// @param seed what senders, receivers and amounts are drawn from
/// @param seconds how long a mixed run takes
/// @param prefix begins every account's name, so that runs can keep out of each other's way
public record StressOptions(
        URI url, Mode mode, int transactions, int users, int concurrency, long seed, int seconds, String prefix) {
    /// Bounded by memory: a run keeps every answer until it has checked them all.
    public static final int TRANSACTIONS_MAX = 2_000_000;

    public static final int USERS_MAX = 100_000;
    public static final int CONCURRENCY_MAX = 10_000;
    public static final int SECONDS_MAX = 3_600;
    /// Leaves room for seed and number in an address of 64 characters.
    public static final int PREFIX_LENGTH_MAX = 24;

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._:@-]+");

    /// What is sent.
    public enum Mode {
        /// A given number of transfers.
        SEEDED,
        /// Transfers and balance reads in turn, for a given time.
        MIXED,
    }

    public StressOptions {
        check("http".equals(url.getScheme()) && url.getHost() != null, "url must be http://HOST:PORT, not " + url);
        check(url.getRawQuery() == null && url.getRawFragment() == null, "url must end with its path, not " + url);
        checkRange("transactions", transactions, TRANSACTIONS_MAX);
        checkRange("users", users, USERS_MAX);
        checkRange("concurrency", concurrency, CONCURRENCY_MAX);
        checkRange("seconds", seconds, SECONDS_MAX);
        check(
                prefix.length() <= PREFIX_LENGTH_MAX && PREFIX.matcher(prefix).matches(),
                "prefix must be 1 to %d characters of A-Z a-z 0-9 . _ : @ -, not '%s'"
                        .formatted(PREFIX_LENGTH_MAX, prefix));
    }

    /// The article's run: 20,000 transfers between 100 users over 200 connections, seed 42.
    public static StressOptions against(URI url) {
        return new StressOptions(url, Mode.SEEDED, 20_000, 100, 200, 42, 30, "stress");
    }

    /// The name of a user's account; `user` counts from 0.
    public String account(int user) {
        return prefix + "-" + seed + "-" + user;
    }

    private static void checkRange(String name, int value, int max) {
        check(value >= 1 && value <= max, "%s must be 1 to %d, not %d".formatted(name, max, value));
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
