package ballast.virtualmachine;

import ballast.ledger.Amount;
import ballast.ledger.AmountMode;
import ballast.ledger.Int128;
import ballast.ledger.TransactionId;

/// Reads the most common transaction, one leg that transfers, straight from its bytes: an id, the leg, perhaps a
/// code. Whatever is written in any other way, or says anything else, is left to [TransactionReader].
///
/// A field is its number and wire type in a byte, then its value. What is zero is left out, so a zero that is
/// written makes it another transaction's turn, too: two ways to write one content would be two contents.
final class TransferScan {
    private static final int TAG_ID = tag(1, Wire.LENGTH);
    private static final int TAG_LEG = tag(3, Wire.LENGTH);
    private static final int TAG_CODE = tag(6, Wire.VARINT);
    private static final int TAG_TRANSFER = tag(1, Wire.LENGTH);
    private static final int TAG_FROM = tag(1, Wire.LENGTH);
    private static final int TAG_TO = tag(2, Wire.LENGTH);
    private static final int TAG_ASSET = tag(3, Wire.LENGTH);
    private static final int TAG_AMOUNT = tag(4, Wire.LENGTH);
    private static final int TAG_MODE = tag(5, Wire.VARINT);
    private static final int TAG_HIGH = tag(1, Wire.WORD);
    private static final int TAG_LOW = tag(2, Wire.WORD);

    /// No number of seven bits is written in two bytes.
    private static final int SMALL = 1 << 7;

    private byte[] bytes = new byte[0];
    private int at;
    private boolean fits;
    private final Text from = new Text();
    private final Text to = new Text();
    private final Text asset = new Text();
    private long high;
    private long low;
    private int mode;

    /// Where a text stands.
    static final class Text {
        int offset;
        int length;
    }

    /// Whether it is such a transaction; if so, the other methods say what it says.
    boolean read(byte[] transaction) {
        bytes = transaction;
        at = 0;
        fits = true;
        id();
        int legEnd = nested(TAG_LEG);
        boolean nests = nested(TAG_TRANSFER) == legEnd;
        text(TAG_FROM, from);
        text(TAG_TO, to);
        text(TAG_ASSET, asset);
        amount();
        mode = 0;
        if (at < legEnd) {
            expect(TAG_MODE);
            mode = octet();
            fits &= mode > 0 && mode <= 3;
        }
        fits &= nests && at == legEnd;
        if (at < bytes.length) {
            code();
        }
        return fits && at == bytes.length && Amount.isAmount(new Int128(high, low));
    }

    TransactionId id(byte[] transaction) {
        return new TransactionId(WordBytes.at(transaction, 2), WordBytes.at(transaction, 2 + Long.BYTES));
    }

    Text from() {
        return from;
    }

    Text to() {
        return to;
    }

    Text asset() {
        return asset;
    }

    Amount amountRead() {
        return new Amount(new Int128(high, low));
    }

    AmountMode modeRead() {
        return switch (mode) {
            case 0 -> AmountMode.EXACT;
            case 1 -> AmountMode.UP_TO_AVAILABLE;
            case 2 -> AmountMode.UP_TO_ROOM;
            default -> AmountMode.UP_TO_BOTH;
        };
    }

    private void id() {
        expect(TAG_ID);
        fits &= octet() == LedgerMessages.ID_BYTES;
        at += LedgerMessages.ID_BYTES;
    }

    private void amount() {
        int end = nested(TAG_AMOUNT);
        high = at < end && peek() == TAG_HIGH ? word() : 0;
        low = at < end && peek() == TAG_LOW ? word() : 0;
        fits &= at == end;
    }

    /// A fixed word stands with its lowest byte first.
    private long word() {
        at++;
        if (at > bytes.length - Long.BYTES) {
            fits = false;
            return 0;
        }
        long value = Long.reverseBytes(WordBytes.at(bytes, at));
        at += Long.BYTES;
        fits &= value != 0;
        return value;
    }

    /// Up to 32 bits that are not zero, in no more bytes than they take.
    private void code() {
        expect(TAG_CODE);
        int octet = octet();
        int count = 1;
        while ((octet & SMALL) != 0 && count < 5) {
            octet = octet();
            count++;
        }
        fits &= octet != 0 && octet < (count < 5 ? SMALL : 1 << 4);
    }

    private void text(int tag, Text text) {
        expect(tag);
        text.length = octet();
        text.offset = at;
        fits &= text.length > 0 && text.length <= 64;
        at += text.length;
    }

    /// The end of a nested message, whose length is one or two bytes.
    private int nested(int tag) {
        expect(tag);
        int length = octet();
        if ((length & SMALL) != 0) {
            int more = octet();
            fits &= more > 0 && more < SMALL;
            length = (length & (SMALL - 1)) | (more << 7);
        }
        return at + length;
    }

    private void expect(int tag) {
        fits &= octet() == tag;
    }

    private int peek() {
        return at < bytes.length ? bytes[at] & 0xff : 0;
    }

    private int octet() {
        int octet = peek();
        at++;
        return octet;
    }

    private static int tag(int number, int wireType) {
        return (number << 3) | wireType;
    }
}
