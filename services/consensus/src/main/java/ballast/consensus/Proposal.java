package ballast.consensus;

/// What became of a proposed entry, as far as the proposer can know.
public sealed interface Proposal {
    /// A quorum holds the entry on disk and it has been delivered on this replica.
    record Committed(LogPosition position) implements Proposal {}

    /// The entry is not in the log and never will be: this replica does not lead, or the log takes no more for now.
    record Rejected(String reason) implements Proposal {}

    /// The entry may be delivered later, or never. Only the state machine's own deduplication can tell.
    record Unknown(String reason) implements Proposal {}
}
