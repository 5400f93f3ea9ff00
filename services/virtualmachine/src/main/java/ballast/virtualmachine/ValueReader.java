package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.Int128;
import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;

/// Reads what a [ValueWriter] wrote.
final class ValueReader {
    private final ByteString bytes;
    private int place;

    ValueReader(ByteString bytes) {
        this.bytes = bytes;
    }

    int octet() {
        Invariant.check(place < bytes.size(), "a value of the state does not end inside a field");
        return bytes.byteAt(place++) & 0xff;
    }

    long count() {
        long value = 0;
        int octet = 0x80;
        for (int shift = 0; (octet & 0x80) != 0; shift += 7) {
            Invariant.check(shift < Long.SIZE, "a count of the state fits 64 bits");
            octet = octet();
            value |= (octet & 0x7fL) << shift;
        }
        return value;
    }

    long word() {
        long value = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            value = (value << Byte.SIZE) | octet();
        }
        return value;
    }

    int halfWord() {
        int value = 0;
        for (int index = 0; index < Integer.BYTES; index++) {
            value = (value << Byte.SIZE) | octet();
        }
        return value;
    }

    Int128 integer() {
        int length = octet();
        Invariant.check(length <= 2 * Long.BYTES, "an integer of the state fits 128 bits");
        if (length == 0) {
            return Int128.ZERO;
        }
        long low = (byte) octet();
        long high = low >> (Long.SIZE - 1);
        for (int index = 1; index < length; index++) {
            high = (high << Byte.SIZE) | (low >>> (Long.SIZE - Byte.SIZE));
            low = (low << Byte.SIZE) | octet();
        }
        return new Int128(high, low);
    }

    TransactionId id() {
        return new TransactionId(word(), word());
    }

    String text() {
        int length = octet();
        Invariant.check(length <= bytes.size() - place, "a text of the state does not end outside its value");
        var text = bytes.substring(place, place + length).toStringUtf8();
        place += length;
        return text;
    }

    /// Ends the value.
    void end() {
        Invariant.check(place == bytes.size(), "a value of the state ends with its last field");
    }
}
