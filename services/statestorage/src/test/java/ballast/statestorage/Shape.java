package ballast.statestorage;

import ballast.guard.FailPoints;
import java.nio.file.Path;

/// The sizes and hashes that the tests of a whole storage run with.
enum Shape {
    /// As in production.
    DEFAULT,
    /// So small that tables grow, chunks end and checkpoints are split all the time.
    TINY,
    /// As tiny, with a hash that has four values.
    COLLIDING;

    private static final long FOUR_VALUES = 0x8000_0000_0000_0001L;

    StateStorageOptions options() {
        return this == DEFAULT ? StateStorageOptions.defaults() : new StateStorageOptions(8 << 10, 2, 100, 1);
    }

    KeyHash hash() {
        KeyHash good = KeyHash.seeded(options().hashSeed());
        return this == COLLIDING ? (bytes, offset, length) -> good.of(bytes, offset, length) & FOUR_VALUES : good;
    }

    OffHeapStateStorage open(Path directory, FailPoints failPoints) {
        return OffHeapStateStorage.open(directory, options(), failPoints, hash());
    }
}
