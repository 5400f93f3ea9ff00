package ballast.ledger;

import java.util.Optional;

/// The two accounts of a movement as they stand, and what speaks against it. Each check gives the first reason that
/// holds, in order of precedence; the caller asks for them in that order.
record Sides(AccountKey from, Account giver, AccountKey to, Account taker) {
    boolean isOneAccount() {
        return from.equals(to);
    }

    /// Why the two cannot be dealt with at all.
    ///
    /// @param moves whether anything would move, so that accounts would come into being
    Optional<RefusalReason> unusable(Changes changes, boolean moves) {
        if (changes.isMissing(giver)) {
            return Optional.of(RefusalReason.DEBIT_ACCOUNT_NOT_FOUND);
        }
        if (changes.isMissing(taker)) {
            return Optional.of(RefusalReason.CREDIT_ACCOUNT_NOT_FOUND);
        }
        return moves && (changes.isOneTooMany(from, giver) || changes.isOneTooMany(to, taker))
                ? Optional.of(RefusalReason.TOO_MANY_ASSETS)
                : Optional.empty();
    }

    Optional<RefusalReason> closed() {
        if (giver.closed()) {
            return Optional.of(RefusalReason.DEBIT_ACCOUNT_ALREADY_CLOSED);
        }
        return taker.closed() ? Optional.of(RefusalReason.CREDIT_ACCOUNT_ALREADY_CLOSED) : Optional.empty();
    }

    /// Which counter would pass its range if the amount were posted.
    Optional<RefusalReason> postingOverflows(Int128 amount) {
        if (giver.balances().debitsPosted().sumPasses(amount)) {
            return Optional.of(RefusalReason.OVERFLOWS_DEBITS_POSTED);
        }
        return taker.balances().creditsPosted().sumPasses(amount)
                ? Optional.of(RefusalReason.OVERFLOWS_CREDITS_POSTED)
                : totalOverflows(amount);
    }

    /// Which counter would pass its range if the amount were held.
    Optional<RefusalReason> holdingOverflows(Int128 amount) {
        if (giver.balances().debitsPending().sumPasses(amount)) {
            return Optional.of(RefusalReason.OVERFLOWS_DEBITS_PENDING);
        }
        return taker.balances().creditsPending().sumPasses(amount)
                ? Optional.of(RefusalReason.OVERFLOWS_CREDITS_PENDING)
                : totalOverflows(amount);
    }

    private Optional<RefusalReason> totalOverflows(Int128 amount) {
        if (giver.balances().debits().sumPasses(amount)) {
            return Optional.of(RefusalReason.OVERFLOWS_DEBITS);
        }
        return taker.balances().credits().sumPasses(amount)
                ? Optional.of(RefusalReason.OVERFLOWS_CREDITS)
                : Optional.empty();
    }

    /// Which limit the amount would break, posted or held; to be asked where no counter overflows.
    Optional<RefusalReason> limitsBroken(Int128 amount) {
        var lower = giver.limits().lower();
        if (lower.isPresent() && giver.balances().available().minus(amount).compareTo(lower.get()) < 0) {
            return Optional.of(RefusalReason.EXCEEDS_CREDITS);
        }
        var upper = taker.limits().upper();
        return upper.isPresent() && taker.balances().highest().plus(amount).compareTo(upper.get()) > 0
                ? Optional.of(RefusalReason.EXCEEDS_DEBITS)
                : Optional.empty();
    }

    /// How much of an amount is to be moved: perhaps less, perhaps nothing.
    Int128 movable(Amount asked, AmountMode mode) {
        return switch (mode) {
            case EXACT -> asked.value();
            case UP_TO_AVAILABLE -> asked.value().min(available());
            case UP_TO_ROOM -> asked.value().min(room());
            case UP_TO_BOTH -> asked.value().min(available()).min(room());
        };
    }

    private Int128 available() {
        return giver.limits()
                .lower()
                .orElse(Int128.ZERO)
                .distanceUpTo(giver.balances().available());
    }

    private Int128 room() {
        return taker.balances().highest().distanceUpTo(taker.limits().upper().orElse(Int128.ZERO));
    }
}
