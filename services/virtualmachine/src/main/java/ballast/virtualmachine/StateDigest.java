package ballast.virtualmachine;

import ballast.journal.Hash;
import ballast.types.statestorage.v1.StateDifference;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/// Chains the differences of all blocks into one hash: two replicas with one digest have one state.
///
/// The digest after a block is SHA-256 of the digest before it, the height (8 bytes), whether accounts had to be
/// opened before use (1 byte, 1 or 0) and each difference in order as length of the key (2), key, length of the
/// value (2), value. The tip is left out: log positions are the engine's.
final class StateDigest {
    private static final int DIFFERENCE_HEADER_BYTES = 2 * Short.BYTES;

    private final MessageDigest sha256 = Sha256.digest();

    Hash next(Hash before, long height, boolean explicitAccounts, List<StateDifference> differences) {
        int bytes = Hash.BYTES + Long.BYTES + 1;
        for (var difference : differences) {
            bytes += DIFFERENCE_HEADER_BYTES
                    + difference.getKey().size()
                    + difference.getValue().size();
        }
        var canonical = ByteBuffer.allocate(bytes);
        canonical.put(before.bytes()).putLong(height).put((byte) (explicitAccounts ? 1 : 0));
        for (var difference : differences) {
            canonical.putShort((short) difference.getKey().size());
            difference.getKey().copyTo(canonical);
            canonical.putShort((short) difference.getValue().size());
            difference.getValue().copyTo(canonical);
        }
        sha256.update(canonical.array());
        return Hash.of(sha256.digest());
    }
}
