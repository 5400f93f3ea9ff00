package ballast.guard;

/// The moments around a durable step at which a crash is most likely to lose or to double something.
///
/// In the order in which a block passes them.
public enum FailPoint {
    /// A block was cut and is about to be offered to the log.
    BEFORE_PROPOSE,
    /// The log is about to force the entry to disk.
    BEFORE_LOG_FSYNC,
    /// The log has forced the entry; nobody has executed it.
    AFTER_LOG_FSYNC,
    /// A committed block is about to be executed.
    BEFORE_APPLY,
    /// The block is executed in memory; neither the journal nor the state has it.
    BEFORE_JOURNAL_APPEND,
    /// Half of the block's record is in the journal file.
    INSIDE_JOURNAL_APPEND,
    /// The journal has the block; the state has not.
    BEFORE_STATE_WRITE,
    /// The state has the block; nobody has been answered.
    AFTER_STATE_WRITE,
    /// The first answer of a block has been handed over, the others not.
    AFTER_FIRST_ANSWER,
    /// The journal is about to be forced for a checkpoint.
    BEFORE_CHECKPOINT,
    /// The checkpoint's data are written, but nothing refers to them.
    INSIDE_CHECKPOINT,
    /// The checkpoint is durable; the log still holds what it covers.
    AFTER_CHECKPOINT,
    /// The log has forgotten what the checkpoint covers.
    AFTER_LOG_FORGET,
}
