package ballast.journal;

import java.util.Optional;

/// The end of a chain of blocks: what the next block has to continue.
record Tail(long height, Hash hash, long lastPosition, long timeMillis) {
    /// Before the first block.
    static final Tail NONE = new Tail(0, Hash.ZERO, 0, Long.MIN_VALUE);

    /// What is wrong with this block as the next one.
    Optional<String> objection(RecordView next) {
        if (next.height() != height + 1) {
            return Optional.of("height %d, found %d".formatted(height + 1, next.height()));
        }
        if (!next.follows(hash)) {
            return Optional.of("a block that continues %s, found one that continues another".formatted(hash));
        }
        if (next.firstPosition() != lastPosition + 1) {
            return Optional.of("first position %d, found %d".formatted(lastPosition + 1, next.firstPosition()));
        }
        if (next.timeMillis() < timeMillis) {
            return Optional.of("time %d or later, found %d".formatted(timeMillis, next.timeMillis()));
        }
        return Optional.empty();
    }

    /// What is wrong with this header as that of the segment that starts with the next block.
    Optional<String> objection(SegmentHeader next, int group) {
        SegmentHeader expected = SegmentHeader.of(group, this);
        return next.equals(expected) ? Optional.empty() : Optional.of("%s, found %s".formatted(expected, next));
    }

    Tail after(RecordView next) {
        return new Tail(next.height(), next.hash(), next.firstPosition() + next.entryCount() - 1, next.timeMillis());
    }

    Tail after(JournalBlock next, Hash nextHash) {
        return new Tail(
                next.height(), nextHash, next.firstPosition() + next.entries().size() - 1, next.timeMillis());
    }
}
