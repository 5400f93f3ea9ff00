package ballast.consensus.ratis;

import ballast.consensus.ReplicatedLog;
import ballast.guard.Invariant;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.rpc.SupportedRpcType;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/// What we ask of Ratis, and why.
final class RatisSettings {
    /// The largest log entry Ratis may write: ours, and some room for its own fields around it.
    private static final long ENTRY_BYTES = ReplicatedLog.ENTRY_BYTES_MAX * 2L;

    /// How many proposals may be under way, and how many bytes they may have together; what comes beyond is rejected.
    static final int PROPOSALS_MAX = 1024;

    static final int PROPOSAL_BYTES_MAX = 64 << 20;

    /// As long as an `int` of milliseconds can say.
    private static final TimeDuration NEVER = TimeDuration.valueOf(20, TimeUnit.DAYS);

    private RatisSettings() {}

    static RaftProperties of(RatisOptions options, Path storage) {
        RaftProperties properties = new RaftProperties();
        RaftServerConfigKeys.setStorageDir(properties, List.of(storage.toFile()));
        transport(properties);
        elections(properties);
        durability(properties);
        sizes(properties, options);
        checkDurable(properties);
        return properties;
    }

    private static void transport(RaftProperties properties) {
        // Netty RPC has no TLS, so the group could not grow beyond one machine on it.
        RaftConfigKeys.Rpc.setType(properties, SupportedRpcType.GRPC);
        GrpcConfigKeys.Server.setHost(properties, "127.0.0.1");
        GrpcConfigKeys.Server.setPort(properties, 0);
        GrpcConfigKeys.setMessageSizeMax(properties, SizeInBytes.valueOf(2 * ENTRY_BYTES));
    }

    private static void elections(RaftProperties properties) {
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, millis(500));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, millis(800));
        // Alone there is nobody to wait for: without this each start waits for an election time-out.
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, millis(1));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, millis(5));
        // Ratis steps down after a pause of the process, and closes itself for good after a minute's. Nobody can have
        // taken over from a group's only member, so both would only add an outage to the pause.
        RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(properties, NEVER);
        RaftServerConfigKeys.setCloseThreshold(properties, NEVER);
    }

    private static void durability(RaftProperties properties) {
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setCorruptionPolicy(properties, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
        // An entry that repeats the commit index after each of ours would cost a second fsync a block; AcknowledgedMark
        // keeps that knowledge for less.
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(properties, false);
        // We never repeat a call; the default keeps the answers of a minute in memory.
        RaftServerConfigKeys.RetryCache.setExpiryTime(properties, TimeDuration.ONE_SECOND);
    }

    private static void sizes(RaftProperties properties, RatisOptions options) {
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf(options.segmentBytesMax()));
        // Ratis writes zeros ahead; larger chunks stall the 99th percentile (50 ms at 16 MB).
        RaftServerConfigKeys.Log.setPreallocatedSize(
                properties, SizeInBytes.valueOf(Math.min(1 << 20, options.segmentBytesMax())));
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 1);
        RaftServerConfigKeys.Log.setForceSyncNum(properties, 1024);
        // The queue of the writer holds whatever is admitted and more, so that nobody waits to get into it.
        RaftServerConfigKeys.Log.setQueueElementLimit(properties, 2 * PROPOSALS_MAX);
        RaftServerConfigKeys.Log.setQueueByteLimit(properties, SizeInBytes.valueOf(2L * PROPOSAL_BYTES_MAX));
        RaftServerConfigKeys.Write.setElementLimit(properties, PROPOSALS_MAX);
        RaftServerConfigKeys.Write.setByteLimit(properties, SizeInBytes.valueOf(PROPOSAL_BYTES_MAX));
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, SizeInBytes.valueOf(ENTRY_BYTES));
        RaftServerConfigKeys.Log.setWriteBufferSize(properties, SizeInBytes.valueOf(ENTRY_BYTES + (1 << 20)));
    }

    /// An entry may be acknowledged only after its bytes were forced: refuses to start on anything else.
    static void checkDurable(RaftProperties properties) {
        Invariant.check(
                !RaftServerConfigKeys.Log.unsafeFlushEnabled(properties)
                        && !RaftServerConfigKeys.Log.asyncFlushEnabled(properties)
                        && !RaftServerConfigKeys.Log.useMemory(properties),
                "the log forces every entry to disk before it counts as written");
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
