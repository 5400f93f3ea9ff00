package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// A number of things in the state: a count, see [ValueWriter]; nothing for zero.
final class CountCodec implements Codec<Long> {
    private final ValueWriter writer = new ValueWriter();

    @Override
    public Long empty() {
        return 0L;
    }

    @Override
    public Long decoded(ByteString value) {
        if (value.isEmpty()) {
            return 0L;
        }
        var reader = new ValueReader(value);
        long count = reader.count();
        reader.end();
        return count;
    }

    @Override
    public ByteString encoded(Long value) {
        return value == 0 ? ByteString.EMPTY : writer.count(value).taken();
    }
}
