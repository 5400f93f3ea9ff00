package ballast.virtualmachine;

import ballast.journal.Hash;
import ballast.types.statestorage.v1.StateDifference;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Chains the differences of all blocks into one hash: two replicas with one digest have one state.
///
/// The digest after a block is SHA-256 of the digest before it, the height (8 bytes), whether accounts had to be
/// opened before use (1 byte, 1 or 0) and each difference in order as length of the key (2), key, length of the
/// value (2), value. The tip is left out: log positions are the engine's.
final class StateDigest {
    private static final int DIFFERENCE_BYTES_MAX = 2 * Short.BYTES + StateKeys.BYTES_MAX + ValueWriter.BYTES_MAX;

    private final MessageDigest sha256 = Sha256.digest();

    /// What was not hashed yet: much at once takes less time.
    private final ByteBuffer canonical = ByteBuffer.allocate(8 * DIFFERENCE_BYTES_MAX);

    /// Begins a block; what was added since another one began is forgotten.
    void begin(Hash before, long height, boolean explicitAccounts) {
        sha256.reset();
        canonical.clear().put(before.bytes()).putLong(height).put((byte) (explicitAccounts ? 1 : 0));
    }

    /// Adds the next difference of the block.
    void add(StateDifference difference) {
        if (canonical.remaining() < DIFFERENCE_BYTES_MAX) {
            hash();
        }
        canonical.putShort((short) difference.getKey().size());
        difference.getKey().copyTo(canonical);
        canonical.putShort((short) difference.getValue().size());
        difference.getValue().copyTo(canonical);
    }

    /// The digest after the block.
    Hash end() {
        hash();
        return Hash.of(sha256.digest());
    }

    private void hash() {
        sha256.update(canonical.array(), 0, canonical.position());
        canonical.clear();
    }
}
