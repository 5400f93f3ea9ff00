package ballast.publicapi;

import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.Asset;
import ballast.ledger.Int128;
import ballast.ledger.Parsed;
import ballast.publicapi.json.Given;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.UUID;

/// Reads the fields of requests, whose senders may have put anything in them, and names the field that is wrong.
final class Arguments {
    private Arguments() {}

    static Address address(String parameter, String text) {
        return valid(parameter, Address.parse(text));
    }

    static Amount amount(String parameter, String text) {
        return valid(parameter, Amount.parse(text));
    }

    static Amount amount(String parameter, ballast.types.protocol.v1.Int128 message) {
        var value = new Int128(message.getHigh(), message.getLow());
        if (!Amount.isAmount(value)) {
            throw new InvalidArgumentException(parameter, "amount is %s (at least: 1)".formatted(value));
        }
        return new Amount(value);
    }

    static void requireAmount(String parameter, ballast.types.protocol.v1.Int128 message) {
        var _ = amount(parameter, message);
    }

    static void requireAddress(String parameter, String text) {
        var _ = address(parameter, text);
    }

    static void requireAsset(String parameter, String text) {
        var _ = valid(parameter, Asset.parse(text));
    }

    /// Keys of metadata have the characters of addresses.
    static void requireWord(String parameter, String what, String text) {
        if (Address.parse(text) instanceof Parsed.Invalid<Address>(String flaw)) {
            throw new InvalidArgumentException(parameter, flaw.replaceFirst("address", what));
        }
    }

    /// The beginning of an address: as one, but it may be empty.
    static void requirePrefix(String parameter, String text) {
        if (!text.isEmpty()) {
            requireWord(parameter, "prefix", text);
        }
    }

    static void requireTime(String parameter, long millis) {
        if (millis < 0 || millis > Given.TIME_MILLIS_MAX) {
            throw new InvalidArgumentException(
                    parameter,
                    "is %s (expected: 0 to %d milliseconds, the end of the year 9999)"
                            .formatted(Long.toUnsignedString(millis), Given.TIME_MILLIS_MAX));
        }
    }

    static void requireId(String parameter, ByteString id) {
        if (id.size() != TransactionId.BYTES) {
            throw new InvalidArgumentException(
                    parameter, "id has %d bytes (expected: %d)".formatted(id.size(), TransactionId.BYTES));
        }
    }

    /// A field that this version does not know may change what the sender meant.
    static void requireKnownFields(String parameter, Message message) {
        if (!message.getUnknownFields().isEmpty()) {
            throw new InvalidArgumentException(
                    parameter, "a field is unknown: the caller speaks a newer version of this interface");
        }
    }

    /// The UUID in an Idempotency-Key header: bare, or between quotation marks as
    /// draft-ietf-httpapi-idempotency-key-header has it.
    static ByteString idempotencyKey(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        var bare = quoted ? text.substring(1, text.length() - 1) : text;
        if (!TransactionId.isText(bare)) {
            throw new InvalidArgumentException(
                    "Idempotency-Key",
                    "'%s' is no UUID (expected: 8-4-4-4-12 hexadecimal digits)".formatted(Printable.of(text)));
        }
        return TransactionId.bytes(UUID.fromString(bare));
    }

    static ballast.types.protocol.v1.Address message(Address address) {
        return ballast.types.protocol.v1.Address.newBuilder()
                .setValue(address.value())
                .build();
    }

    static ballast.types.protocol.v1.Int128 message(Amount amount) {
        return ballast.types.protocol.v1.Int128.newBuilder()
                .setHigh(amount.value().high())
                .setLow(amount.value().low())
                .build();
    }

    /// The posted balance that counters add up to.
    static ballast.types.protocol.v1.Int128 posted(ballast.types.ledger.v1.Balances counters) {
        var posted = balance(counters.getCreditsPosted()).minus(balance(counters.getDebitsPosted()));
        return ballast.types.protocol.v1.Int128.newBuilder()
                .setHigh(posted.high())
                .setLow(posted.low())
                .build();
    }

    static Int128 balance(ballast.types.protocol.v1.Int128 message) {
        var balance = new Int128(message.getHigh(), message.getLow());
        if (balance.equals(Int128.MIN)) {
            throw new IllegalStateException("virtual machine: a balance that no account can have");
        }
        return balance;
    }

    private static <T> T valid(String parameter, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(String flaw) -> throw new InvalidArgumentException(parameter, flaw);
        };
    }
}
