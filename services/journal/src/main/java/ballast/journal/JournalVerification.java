package ballast.journal;

import java.util.Optional;

/// What reading a whole journal proved.
///
/// @param group the consensus group whose history it is
/// @param height of the last block that is proven, with every block before it
/// @param hash of that block; [Hash#ZERO] if there is none
/// @param transactions in all proven blocks
/// @param segments how many files have a proven header
/// @param forcedHeight up to which block the journal is known to have been on disk
/// @param verdict what to think of it
/// @param damage where the proof ended early; empty if and only if the verdict is [Verdict#SOUND]
public record JournalVerification(
        int group,
        long height,
        Hash hash,
        long transactions,
        int segments,
        long forcedHeight,
        Verdict verdict,
        Optional<JournalDamage> damage) {
    /// What to think of a journal.
    public enum Verdict {
        /// Every byte is what was once written.
        SOUND,
        /// The end is incomplete as a crash leaves it; opening the journal cuts it off.
        TORN,
        /// Something else is wrong; the journal does not open.
        DAMAGED,
    }
}
