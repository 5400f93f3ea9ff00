package ballast.consensus;

import java.nio.ByteBuffer;

/// What a [ReplicatedLog] drives: the same entries in the same order on every replica.
///
/// The log calls [#deliver] and [#install] from one thread at a time, and [#leadershipChanged] and [#logFailed] from
/// any.
public interface ReplicatedStateMachine {
    /// The last entry whose effect the machine recovered from its own storage. Asked once, when the log is opened;
    /// delivery begins with the entry after it.
    LogPosition recovered();

    /// The entries up to `through` are no longer in the log, and [#recovered] is before it. When this returns, the
    /// machine holds the state as of `through`; if it cannot get there it throws, and the log does not open.
    void install(LogPosition through);

    /// The next committed entry. The buffer is read-only and valid only during the call. The machine may hand the work
    /// to a thread of its own, and may make the log wait here while too much is queued.
    void deliver(LogPosition position, ByteBuffer entry);

    void leadershipChanged(Leadership leadership);

    /// The log could not write or force its files and takes nothing more. The process must end: after a failed fsync
    /// nobody knows what is on disk, and only a restart that reads it again can tell.
    void logFailed(Throwable cause);
}
