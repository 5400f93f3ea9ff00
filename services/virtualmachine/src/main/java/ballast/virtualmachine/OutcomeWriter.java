package ballast.virtualmachine;

import ballast.ledger.Balances;
import ballast.ledger.Entry;
import ballast.ledger.Int128;
import ballast.ledger.LedgerOutcome;
import java.util.Arrays;
import java.util.List;

/// Writes outcomes in protobuf's wire format, the same bytes as the generated classes write. Most of what a block
/// costs would otherwise be messages that live for a microsecond.
///
/// A field is its number and wire type in a byte, then its value; a nested message is its length, then its
/// fields. What is zero or empty is left out, but for the messages that are there by their meaning: the amount of
/// a movement, and the four counters.
final class OutcomeWriter {
    private static final int BYTES_MIN = 1 << 10;

    /// Lengths of an outcome's head, and of an entry but for its texts and messages, at the most.
    private static final int HEAD_BYTES_MAX = 64;

    private static final int ENTRY_BYTES_MAX = 256;

    private byte[] bytes = new byte[BYTES_MIN];
    private int size;

    byte[] committed(long position, long timeMillis, List<Entry> entries) {
        head(position, timeMillis);
        // A transaction of legs has no result.
        tag(3, Wire.LENGTH);
        varint(0);
        for (var entry : entries) {
            entry(entry);
        }
        return taken();
    }

    byte[] refused(long position, long timeMillis, LedgerOutcome.Refused refused) {
        head(position, timeMillis);
        int length = 1 + varintLength(RefusalNumbers.of(refused.reason()));
        length += refused.leg().isPresent() ? 1 + varintLength(refused.leg().getAsInt()) : 0;
        length += refused.condition().isPresent()
                ? 1 + varintLength(refused.condition().getAsInt())
                : 0;
        tag(4, Wire.LENGTH);
        varint(length);
        field(1, RefusalNumbers.of(refused.reason()));
        refused.leg().ifPresent(leg -> present(2, leg));
        refused.condition().ifPresent(condition -> present(3, condition));
        return taken();
    }

    /// The number of an entry's kind in the contract.
    static int number(Entry.Kind kind) {
        return switch (kind) {
            case DEBIT -> 1;
            case CREDIT -> 2;
            case DEBIT_HELD -> 3;
            case CREDIT_HELD -> 4;
            case DEBIT_CAPTURED -> 5;
            case CREDIT_CAPTURED -> 6;
            case DEBIT_RELEASED -> 7;
            case CREDIT_RELEASED -> 8;
            case DEBIT_EXPIRED -> 9;
            case CREDIT_EXPIRED -> 10;
            case OPENED -> 11;
            case LIMITS_SET -> 12;
            case CLOSED -> 13;
            case REOPENED -> 14;
        };
    }

    /// Whether an entry of this kind says what moved.
    private static boolean hasAmount(Entry.Kind kind) {
        return number(kind) <= number(Entry.Kind.CREDIT_EXPIRED);
    }

    private void head(long position, long timeMillis) {
        reserve(HEAD_BYTES_MAX);
        field(1, position);
        field(2, timeMillis);
    }

    private void entry(Entry entry) {
        reserve(ENTRY_BYTES_MAX);
        var address = entry.account().address().value();
        var asset = entry.account().asset().value();
        boolean hasAmount = hasAmount(entry.kind());
        int afterLength = length(entry.after());
        int amountLength = length(entry.amount());
        tag(5, Wire.LENGTH);
        varint(fieldLength(entry.leg())
                + 2
                + address.length()
                + 2
                + asset.length()
                + 2
                + (hasAmount ? 2 + amountLength : 0)
                + 2
                + afterLength
                + fieldLength(entry.version()));
        field(1, entry.leg());
        text(2, address);
        text(3, asset);
        field(4, number(entry.kind()));
        if (hasAmount) {
            integer(5, entry.amount(), amountLength);
        }
        tag(6, Wire.LENGTH);
        varint(afterLength);
        counters(entry.after());
        field(7, entry.version());
    }

    private void counters(Balances balances) {
        integer(1, balances.debitsPosted(), length(balances.debitsPosted()));
        integer(2, balances.creditsPosted(), length(balances.creditsPosted()));
        integer(3, balances.debitsPending(), length(balances.debitsPending()));
        integer(4, balances.creditsPending(), length(balances.creditsPending()));
    }

    private static int length(Balances balances) {
        return 8
                + length(balances.debitsPosted())
                + length(balances.creditsPosted())
                + length(balances.debitsPending())
                + length(balances.creditsPending());
    }

    private static int length(Int128 value) {
        return (value.high() == 0 ? 0 : 1 + Long.BYTES) + (value.low() == 0 ? 0 : 1 + Long.BYTES);
    }

    private void integer(int number, Int128 value, int length) {
        tag(number, Wire.LENGTH);
        bytes[size++] = (byte) length;
        word(1, value.high());
        word(2, value.low());
    }

    /// Fixed words stand with their lowest byte first.
    private void word(int number, long value) {
        if (value != 0) {
            tag(number, Wire.WORD);
            WordBytes.put(bytes, size, Long.reverseBytes(value));
            size += Long.BYTES;
        }
    }

    @SuppressWarnings("deprecation") // the low bytes of an ASCII text are the text, and this copies nothing else
    private void text(int number, String text) {
        tag(number, Wire.LENGTH);
        bytes[size++] = (byte) text.length();
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    /// A number, unless it is zero.
    private void field(int number, long value) {
        if (value != 0) {
            present(number, value);
        }
    }

    private void present(int number, long value) {
        tag(number, Wire.VARINT);
        varint(value);
    }

    private static int fieldLength(long value) {
        return value == 0 ? 0 : 1 + varintLength(value);
    }

    private void tag(int number, int wireType) {
        bytes[size++] = (byte) ((number << 3) | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private static int varintLength(long value) {
        // 9/64 is a little more than 1/7, and right for every number of bits.
        return (9 * (Long.SIZE - Long.numberOfLeadingZeros(value)) + 64) / 64;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private byte[] taken() {
        var outcome = Arrays.copyOf(bytes, size);
        size = 0;
        return outcome;
    }
}
