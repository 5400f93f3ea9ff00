package ballast.simulation.ledger;

import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.RefusalReason;
import java.math.BigInteger;
import java.util.List;

/// The decisions of the model that are easily got wrong, one method each, so that each can be got wrong on purpose.
class Rules {
    /// What would fall below the lower limit: what is held from the account counts as gone, what is held for it does
    /// not count.
    boolean breaksLower(AccountState account, BigInteger amount) {
        BigInteger worst = account.counters().available().subtract(amount);
        return account.bounds()
                .lower()
                .filter(lower -> worst.compareTo(lower) < 0)
                .isPresent();
    }

    boolean breaksUpper(AccountState account, BigInteger amount) {
        BigInteger worst = account.counters().most().add(amount);
        return account.bounds()
                .upper()
                .filter(upper -> worst.compareTo(upper) > 0)
                .isPresent();
    }

    /// What a transfer or a hold moves.
    BigInteger moved(AmountMode mode, BigInteger amount, AccountState from, AccountState to) {
        BigInteger moved = amount;
        if (mode == AmountMode.AMOUNT_MODE_UP_TO_AVAILABLE || mode == AmountMode.AMOUNT_MODE_UP_TO_BOTH) {
            moved = moved.min(available(from));
        }
        if (mode == AmountMode.AMOUNT_MODE_UP_TO_ROOM || mode == AmountMode.AMOUNT_MODE_UP_TO_BOTH) {
            moved = moved.min(room(to));
        }
        return moved.max(BigInteger.ZERO);
    }

    BigInteger available(AccountState account) {
        return account.counters().available().subtract(account.bounds().lower().orElse(BigInteger.ZERO));
    }

    BigInteger room(AccountState account) {
        return account.bounds()
                .upper()
                .orElse(BigInteger.ZERO)
                .subtract(account.counters().most());
    }

    /// Whether a hold's time is over.
    boolean isOver(HoldState hold, long nowMillis) {
        return hold.deadlineMillis() != 0 && nowMillis >= hold.deadlineMillis();
    }

    boolean releasesRest(Capture capture) {
        return capture.getReleaseRest();
    }

    long nextVersion(AccountState account, EntryKind kind) {
        return account.version() + 1;
    }

    /// What is recorded of a movement; both sides.
    List<Side> sides() {
        return List.of(Side.DEBIT, Side.CREDIT);
    }

    /// Whether a refusal is recorded under the transaction's id.
    boolean burns(RefusalReason reason) {
        return reason != RefusalReason.REFUSAL_REASON_ID_MALFORMED
                && reason != RefusalReason.REFUSAL_REASON_ID_ALREADY_USED;
    }

    boolean wasReversed(boolean reversed) {
        return reversed;
    }

    /// Whether a movement that is reversed runs the other way.
    boolean turnsRound() {
        return true;
    }

    /// Whether the amount of a capture is looked at before the hold's state.
    boolean amountComesFirst() {
        return true;
    }

    boolean captureIsRefusedOnClosed() {
        return true;
    }

    boolean limitsAreCheckedWhenSet() {
        return true;
    }

    /// Whether limits are looked at before overflow.
    boolean limitsComeFirst() {
        return false;
    }

    /// The largest value that pending and posted may have together.
    BigInteger togetherMax() {
        return Numbers.MAX;
    }

    /// Whether what a refused transaction did before its refusal is undone.
    boolean undoesRefused() {
        return true;
    }

    /// By how much a sweep is behind.
    long sweepsLateMillis() {
        return 0;
    }

    long replayedPosition(long recorded, long newest) {
        return recorded;
    }

    boolean sameContent(boolean same) {
        return same;
    }

    long deadline(long nowMillis, long oldDeadlineMillis, long timeoutMillis) {
        return timeoutMillis == 0 ? 0 : nowMillis + timeoutMillis;
    }
}
