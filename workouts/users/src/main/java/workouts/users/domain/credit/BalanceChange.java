package workouts.users.domain.credit;

import workouts.users.domain.person.PersonId;

/// Credits that are granted, or taken away again.
///
/// @param amount what is added; negative: taken; not 0
/// @param reason what the statement says; 1 to [#REASON_CHARACTERS_MAX] characters
public record BalanceChange(PersonId person, long amount, RequestId request, String reason) {
    public static final int REASON_CHARACTERS_MAX = 100;

    public BalanceChange {
        if (amount == 0) {
            throw new IllegalArgumentException("amount must not be 0");
        }
        Amounts.require("amount", amount < 0 && amount != Long.MIN_VALUE ? -amount : amount, 1);
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > REASON_CHARACTERS_MAX) {
            throw new IllegalArgumentException("reason must have 1 to %d characters".formatted(REASON_CHARACTERS_MAX));
        }
    }

    public boolean isGrant() {
        return amount > 0;
    }

    /// How many credits move, either way.
    public long size() {
        return Math.abs(amount);
    }
}
