package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.Invariant;
import ballast.journal.Hash;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/// How far a state has come. It is written with each block's differences, so that state and tip are never
/// apart.
///
/// @param log the log entry of the last block that changed the state
/// @param height the number of blocks that did
/// @param position the last transaction's
/// @param timeMillis the last such block's
/// @param digest stands for the whole history of the state, see [StateDigest]
record StateTip(LogPosition log, long height, long position, long timeMillis, Hash digest) {
    /// The tip of an empty state.
    static final StateTip GENESIS = new StateTip(LogPosition.START, 0, 0, 0, Hash.ZERO);

    private static final byte FORMAT = 1;
    private static final int BYTES = 1 + 5 * Long.BYTES + Hash.BYTES;

    ByteString encoded() {
        var value = ByteBuffer.allocate(BYTES)
                .put(FORMAT)
                .putLong(log.term())
                .putLong(log.index())
                .putLong(height)
                .putLong(position)
                .putLong(timeMillis)
                .put(digest.bytes());
        return ByteString.copyFrom(value.flip());
    }

    static StateTip decoded(ByteString value) {
        Invariant.check(value.size() == BYTES && value.byteAt(0) == FORMAT, "the tip's value is a tip");
        var fields = value.substring(1).asReadOnlyByteBuffer();
        var log = new LogPosition(fields.getLong(), fields.getLong());
        long height = fields.getLong();
        long position = fields.getLong();
        long timeMillis = fields.getLong();
        var digest = new byte[Hash.BYTES];
        fields.get(digest);
        return new StateTip(log, height, position, timeMillis, Hash.of(digest));
    }
}
