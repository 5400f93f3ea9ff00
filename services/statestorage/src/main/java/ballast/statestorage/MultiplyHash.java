package ballast.statestorage;

/// Takes two words at a time, multiplies them into 128 bits and folds the halves: the mixing of Wang Yi's wyhash
/// (github.com/wangyi-fudan/wyhash), with constants made from the seed so that nobody outside can build collisions.
final class MultiplyHash implements KeyHash {
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final long PI = 0x243f_6a88_85a3_08d3L;

    private final long start;
    private final long left;
    private final long right;

    MultiplyHash(long seed) {
        start = mix(seed ^ GOLDEN, PI);
        left = mix(start ^ PI, GOLDEN);
        right = mix(left ^ GOLDEN, PI);
    }

    @Override
    public long of(byte[] bytes, int offset, int length) {
        long hash = start ^ length;
        for (int at = offset; at < offset + length; at += PADDED_BYTES) {
            hash = mix(Words.littleEndian(bytes, at) ^ left, Words.littleEndian(bytes, at + 8) ^ hash);
        }
        return mix(hash ^ right, GOLDEN ^ length);
    }

    private static long mix(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }
}
