package ballast.journal;

import java.util.Optional;

/// What was found in the files of a journal, and what to think of it.
///
/// @param damage where the chain ends early; empty if and only if it is sound
/// @param advice to the operator of a damaged one; empty otherwise
record Examination(Chain chain, JournalVerification.Verdict verdict, Optional<JournalDamage> damage, String advice) {
    static Examination sound(Chain chain) {
        return new Examination(chain, JournalVerification.Verdict.SOUND, Optional.empty(), "");
    }

    static Examination torn(Chain chain, JournalDamage damage) {
        return new Examination(chain, JournalVerification.Verdict.TORN, Optional.of(damage), "");
    }

    static Examination damaged(Chain chain, JournalDamage damage, String advice) {
        return new Examination(chain, JournalVerification.Verdict.DAMAGED, Optional.of(damage), advice);
    }
}
