package ballast.ledger;

import java.util.UUID;

/// The key of a transaction for ever: 16 bytes, of which `high` holds the first eight, most significant first.
public record TransactionId(long high, long low) {
    /// As people write a UUID.
    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
