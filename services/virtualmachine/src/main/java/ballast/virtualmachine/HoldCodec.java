package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Hold;
import com.google.protobuf.ByteString;
import java.util.Optional;

/// A hold in the state: format (1 byte, always 1), state (1 byte), the addresses of both accounts and their asset
/// (texts), first and remaining amount (integers), deadline (count). See [ValueWriter] for the forms.
final class HoldCodec implements Codec<Optional<Hold>> {
    private static final int FORMAT = 1;

    private final ValueWriter writer = new ValueWriter();

    @Override
    public Optional<Hold> empty() {
        return Optional.empty();
    }

    @Override
    public Optional<Hold> decoded(ByteString value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var reader = new ValueReader(value);
        Invariant.check(reader.octet() == FORMAT, "a hold's value is a hold");
        var state = state(reader.octet());
        var from = new Address(reader.text());
        var to = new Address(reader.text());
        var asset = new Asset(reader.text());
        var hold = new Hold(
                new AccountKey(from, asset),
                new AccountKey(to, asset),
                reader.integer(),
                reader.integer(),
                reader.count(),
                state);
        reader.end();
        return Optional.of(hold);
    }

    @Override
    public ByteString encoded(Optional<Hold> value) {
        if (value.isEmpty()) {
            return ByteString.EMPTY;
        }
        var hold = value.get();
        return writer.octet(FORMAT)
                .octet(octet(hold.state()))
                .text(hold.from().address().value())
                .text(hold.to().address().value())
                .text(hold.from().asset().value())
                .integer(hold.amount())
                .integer(hold.remaining())
                .count(hold.deadlineMillis())
                .taken();
    }

    private static int octet(Hold.State state) {
        return switch (state) {
            case PENDING -> 1;
            case POSTED -> 2;
            case VOIDED -> 3;
            case EXPIRED -> 4;
        };
    }

    private static Hold.State state(int octet) {
        for (var state : Hold.State.values()) {
            if (octet(state) == octet) {
                return state;
            }
        }
        throw new ballast.guard.InvariantViolation("a hold is in a state, not in " + octet);
    }
}
