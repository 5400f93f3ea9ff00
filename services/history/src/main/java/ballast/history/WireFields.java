package ballast.history;

/// Walks over the fields of a serialized message in place, making no objects of them.
///
/// After [#next()], `number` says which field it is; a number is in `value`, and bytes stand from `from` to `to`.
final class WireFields {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    int number;
    long value;
    int from;
    int to;

    private byte[] bytes = {};
    private int at;
    private int end;

    WireFields over(byte[] message) {
        return over(message, 0, message.length);
    }

    WireFields over(byte[] source, int start, int limit) {
        bytes = source;
        at = start;
        end = limit;
        return this;
    }

    /// Whether there is another field, which is then looked at.
    ///
    /// @throws HistoryException if the bytes are no message
    boolean next() {
        if (at >= end) {
            return false;
        }
        int tag = (int) varint();
        number = tag >>> 3;
        switch (tag & 7) {
            case VARINT -> value = varint();
            case EIGHT_BYTES -> skip(Long.BYTES);
            case LENGTH -> skip(varint());
            case FOUR_BYTES -> skip(Integer.BYTES);
            default -> throw new HistoryException("no field at byte " + at);
        }
        return true;
    }

    private void skip(long count) {
        if (count < 0 || count > end - at) {
            throw new HistoryException("a field of %d bytes at byte %d of %d".formatted(count, at, end));
        }
        from = at;
        at += (int) count;
        to = at;
    }

    private long varint() {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
            byte part = bytes[at++];
            result |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return result;
            }
        }
        throw new HistoryException("no number before byte " + at);
    }
}
