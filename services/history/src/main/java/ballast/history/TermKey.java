package ballast.history;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes that stand for a term: what kind it is, and its parts with zeros between. Used again for the next.
///
/// Keys of accounts sort by address and then asset, because no character that they may have is below a zero.
final class TermKey {
    static final byte ACCOUNT = 'a';
    static final byte CODE = 'c';
    static final byte METADATA_KEY = 'k';
    static final byte METADATA = 'm';

    /// The entries of one account that are effective at another time than they were committed.
    static final byte SHIFTED_ACCOUNT = 's';

    /// All transactions that are effective at another time than they were committed.
    static final byte SHIFTED = 't';

    byte[] bytes = new byte[128];
    int length;

    TermKey kind(byte kind) {
        bytes[0] = kind;
        length = 1;
        return this;
    }

    TermKey part(byte[] source, int from, int to) {
        int size = to - from;
        if (bytes.length < length + size + 4) {
            bytes = Arrays.copyOf(bytes, 2 * (length + size));
        }
        System.arraycopy(source, from, bytes, length, size);
        length += size;
        return this;
    }

    TermKey part(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return part(encoded, 0, encoded.length);
    }

    TermKey zero() {
        bytes[length++] = 0;
        return this;
    }

    TermKey number(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /// The bytes of another key, with another kind.
    TermKey copy(byte kind, MemorySegment key) {
        byte[] source = key.toArray(ValueLayout.JAVA_BYTE);
        return kind(kind).part(source, 1, source.length);
    }

    static TermKey account(String account, String asset) {
        return new TermKey().kind(ACCOUNT).part(account).zero().part(asset);
    }

    static TermKey shiftedAccount(String account, String asset) {
        return new TermKey().kind(SHIFTED_ACCOUNT).part(account).zero().part(asset);
    }

    static TermKey shifted() {
        return new TermKey().kind(SHIFTED);
    }

    static TermKey code(int code) {
        return new TermKey().kind(CODE).number(code);
    }

    static TermKey metadataKey(String key) {
        return new TermKey().kind(METADATA_KEY).part(key);
    }

    static TermKey metadata(String key, String value) {
        return new TermKey().kind(METADATA).part(key).zero().part(value);
    }
}
