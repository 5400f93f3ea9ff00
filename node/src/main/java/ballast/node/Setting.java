package ballast.node;

import java.util.Arrays;
import java.util.Optional;

/// Everything that can be configured: the keys of the configuration file, their defaults and ranges.
///
/// docs/operating.md repeats this table for people; a test holds the two together.
enum Setting {
    PORT("port", 8080, 0, 65_535, "TCP port of HTTP and gRPC; 0 lets the system choose"),
    CHECKPOINT_BLOCKS("checkpoint.blocks", 20_000, 1, 1_000_000, "a checkpoint starts after this many blocks"),
    CHECKPOINT_BYTES(
            "checkpoint.bytes",
            256L << 20,
            1L << 10,
            16L << 30,
            "or after this many bytes of transactions and outcomes, whichever comes first"),
    JOURNAL_SEGMENT_BYTES(
            "journal.segment.bytes", 64L << 20, 4L << 10, 1L << 30, "size at which a journal file is closed"),
    LOG_SEGMENT_BYTES(
            "log.segment.bytes",
            256L << 20,
            4L << 10,
            1L << 30,
            "size at which a file of the log is closed; only closed files are forgotten"),
    TRANSACTIONS_WAITING_MAX(
            "transactions.waiting.max", 65_536, 1, 1_000_000, "transactions and reads that may wait; more get 503"),
    ACCOUNTS_EXPLICIT(
            "accounts.explicit",
            0,
            0,
            1,
            "1: an account must be opened before it is used; 0: use brings it into being"),
    CONNECTIONS_MAX("connections.max", 10_000, 1, 100_000, "open client connections; more are closed at once"),
    REQUEST_DEADLINE_MILLIS(
            "request.deadline.millis", 10_000, 100, 600_000, "after this a request without an answer gets 504"),
    HEADER_DEADLINE_MILLIS(
            "header.deadline.millis", 5_000, 50, 600_000, "a request's headers must be complete within this"),
    BODY_DEADLINE_MILLIS("body.deadline.millis", 5_000, 50, 600_000, "a request's body must be complete within this"),
    IDLE_MILLIS("idle.millis", 60_000, 50, 3_600_000, "a connection that does nothing for this long is closed"),
    WATCH_UNREAD_MILLIS(
            "watch.unread.millis",
            60_000,
            50,
            3_600_000,
            "a change stream of which a client accepts nothing for this long is ended"),
    STOP_MILLIS("stop.millis", 10_000, 1, 600_000, "how long a stop waits for the requests in flight");

    private final String key;
    private final long byDefault;
    private final long smallest;
    private final long largest;
    private final String meaning;

    Setting(String key, long byDefault, long smallest, long largest, String meaning) {
        this.key = key;
        this.byDefault = byDefault;
        this.smallest = smallest;
        this.largest = largest;
        this.meaning = meaning;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    String key() {
        return key;
    }

    long byDefault() {
        return byDefault;
    }

    /// One row of the table in docs/operating.md.
    String row() {
        return "| `%s` | %d | %d to %d | %s |".formatted(key, byDefault, smallest, largest, meaning);
    }

    /// What is wrong with a value, if anything is.
    Optional<String> problem(String text) {
        if (text.matches("[0-9]{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= smallest && value <= largest) {
                return Optional.empty();
            }
        }
        return Optional.of("%s: '%s' (expected: a whole number from %d to %d)".formatted(key, text, smallest, largest));
    }
}
