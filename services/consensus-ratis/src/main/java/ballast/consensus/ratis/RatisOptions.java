package ballast.consensus.ratis;

import java.time.Duration;

/// What an operator or a test may choose about a log; everything else is decided in [RatisSettings].
///
/// @param group the number of the Raft group, from 0; part of the path
/// @param node the name of this replica, kept in the log's configuration entries: it must not change
/// @param segmentBytesMax the size at which a segment file is closed; only whole closed segments are forgotten
/// @param openTimeout how long opening may go on without any progress
/// @param proposalTimeout how long a proposer waits before it hears [ballast.consensus.Proposal.Unknown]
public record RatisOptions(
        int group, String node, long segmentBytesMax, Duration openTimeout, Duration proposalTimeout) {
    private static final long SEGMENT_BYTES_MIN = 1 << 10;
    private static final long SEGMENT_BYTES_MAX = 1 << 30;

    public RatisOptions {
        if (group < 0) {
            throw new IllegalArgumentException("group: %d (expected: 0 or above)".formatted(group));
        }
        if (node.isBlank()) {
            throw new IllegalArgumentException("node: blank");
        }
        if (segmentBytesMax < SEGMENT_BYTES_MIN || segmentBytesMax > SEGMENT_BYTES_MAX) {
            throw new IllegalArgumentException("segmentBytesMax: %d (expected: %d to %d)"
                    .formatted(segmentBytesMax, SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX));
        }
        if (!openTimeout.isPositive() || !proposalTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "time-outs must be positive: open %s, proposal %s".formatted(openTimeout, proposalTimeout));
        }
    }

    public static RatisOptions defaults() {
        return new RatisOptions(0, "n1", 64L << 20, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    public RatisOptions withSegmentBytesMax(long bytes) {
        return new RatisOptions(group, node, bytes, openTimeout, proposalTimeout);
    }

    public RatisOptions withProposalTimeout(Duration timeout) {
        return new RatisOptions(group, node, segmentBytesMax, openTimeout, timeout);
    }
}
