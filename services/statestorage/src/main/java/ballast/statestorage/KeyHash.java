package ballast.statestorage;

/// Spreads keys over 64 bits. Two keys with one hash are still two keys: the table compares bytes.
@FunctionalInterface
interface KeyHash {
    /// The bytes are followed by zeros up to a multiple of [#PADDED_BYTES], which may be read.
    int PADDED_BYTES = 16;

    long of(byte[] bytes, int offset, int length);

    /// The hash that production uses.
    static KeyHash seeded(long seed) {
        return new MultiplyHash(seed);
    }
}
