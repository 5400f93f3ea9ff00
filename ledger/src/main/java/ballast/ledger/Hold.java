package ballast.ledger;

import java.util.Optional;

/// A reserved amount as it stands.
///
/// @param from the account that will give
/// @param to the account that will get, in the same asset
/// @param amount what was reserved at first
/// @param remaining what is still reserved; zero unless the hold is pending
/// @param deadlineMillis from this block time on it is expired; 0 means never
public record Hold(AccountKey from, AccountKey to, Int128 amount, Int128 remaining, long deadlineMillis, State state) {
    /// What became of a hold. The names are those of the reasons that later steps are refused with.
    public enum State {
        /// It can be captured, released and extended, and will expire.
        PENDING,
        /// Nothing is left of it, and the last of it was captured.
        POSTED,
        /// The last of it was released.
        VOIDED,
        /// The last of it was given back because its time was over.
        EXPIRED,
    }

    /// What it is at a block time: a pending hold is expired from its deadline on, whether or not the ledger has
    /// come to write that down.
    public State stateAt(long timeMillis) {
        return state == State.PENDING && deadlineMillis != 0 && timeMillis >= deadlineMillis ? State.EXPIRED : state;
    }

    /// Why nothing can be done with it any more at a block time; empty if it is pending.
    Optional<RefusalReason> overAt(long timeMillis) {
        return switch (stateAt(timeMillis)) {
            case PENDING -> Optional.empty();
            case POSTED -> Optional.of(RefusalReason.PENDING_TRANSFER_ALREADY_POSTED);
            case VOIDED -> Optional.of(RefusalReason.PENDING_TRANSFER_ALREADY_VOIDED);
            case EXPIRED -> Optional.of(RefusalReason.PENDING_TRANSFER_EXPIRED);
        };
    }

    /// The hold after some of it was captured.
    Hold captured(Int128 captured) {
        var rest = remaining.minus(captured);
        return new Hold(from, to, amount, rest, deadlineMillis, rest.signum() == 0 ? State.POSTED : State.PENDING);
    }

    /// The hold after nothing of it is held any more.
    Hold ended(State end) {
        return new Hold(from, to, amount, Int128.ZERO, deadlineMillis, end);
    }

    Hold extended(long newDeadlineMillis) {
        return new Hold(from, to, amount, remaining, newDeadlineMillis, state);
    }
}
