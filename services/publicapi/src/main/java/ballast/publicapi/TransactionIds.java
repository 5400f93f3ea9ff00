package ballast.publicapi;

import java.util.UUID;

/// Where the ids of transactions come from whose callers gave none. Every id is a new one. Thread-safe.
@FunctionalInterface
public interface TransactionIds {
    UUID next();
}
