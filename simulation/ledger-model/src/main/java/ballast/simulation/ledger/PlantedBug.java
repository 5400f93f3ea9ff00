package ballast.simulation.ledger;

import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.RefusalReason;
import java.math.BigInteger;
import java.util.List;

/// Mistakes that somebody could make in a ledger, one each. A comparison that does not find one of them is blind there.
public enum PlantedBug {
    PENDING_CREDITS_COUNT_FOR_THE_LOWER_LIMIT(new Rules() {
        @Override
        boolean breaksLower(AccountState account, BigInteger amount) {
            return super.breaksLower(account, amount.subtract(account.counters().creditsPending()));
        }
    }),
    PENDING_DEBITS_COUNT_FOR_THE_UPPER_LIMIT(new Rules() {
        @Override
        boolean breaksUpper(AccountState account, BigInteger amount) {
            return super.breaksUpper(account, amount.subtract(account.counters().debitsPending()));
        }
    }),
    HOLDS_DO_NOT_COUNT_FOR_THE_UPPER_LIMIT(new Rules() {
        @Override
        boolean breaksUpper(AccountState account, BigInteger amount) {
            return super.breaksUpper(account, amount.subtract(account.counters().creditsPending()));
        }
    }),
    LIMITS_THAT_ARE_NOT_KEPT_CAN_BE_SET(new Rules() {
        @Override
        boolean limitsAreCheckedWhenSet() {
            return false;
        }
    }),
    LIMITS_COME_BEFORE_OVERFLOW(new Rules() {
        @Override
        boolean limitsComeFirst() {
            return true;
        }
    }),
    PENDING_AND_POSTED_TOGETHER_OVERFLOW(new Rules() {
        @Override
        BigInteger togetherMax() {
            return Numbers.MAX.shiftLeft(1);
        }
    }),
    PART_OF_A_CAPTURE_RELEASES_THE_REST(new Rules() {
        @Override
        boolean releasesRest(Capture capture) {
            return true;
        }
    }),
    THE_REST_IS_NEVER_RELEASED(new Rules() {
        @Override
        boolean releasesRest(Capture capture) {
            return false;
        }
    }),
    A_HOLD_LIVES_ONE_MILLISECOND_TOO_LONG(new Rules() {
        @Override
        boolean isOver(HoldState hold, long nowMillis) {
            return super.isOver(hold, nowMillis - 1);
        }

        @Override
        long sweepsLateMillis() {
            return 1;
        }
    }),
    A_HOLD_IS_SWEPT_ONE_MILLISECOND_TOO_LATE(new Rules() {
        @Override
        long sweepsLateMillis() {
            return 1;
        }
    }),
    AN_EXTENSION_COUNTS_FROM_THE_OLD_DEADLINE(new Rules() {
        @Override
        long deadline(long nowMillis, long oldDeadlineMillis, long timeoutMillis) {
            return super.deadline(Math.max(nowMillis, oldDeadlineMillis), 0, timeoutMillis);
        }
    }),
    THE_STATE_OF_A_HOLD_COMES_BEFORE_THE_AMOUNT(new Rules() {
        @Override
        boolean amountComesFirst() {
            return false;
        }
    }),
    CAPTURES_GO_THROUGH_CLOSED_DOORS(new Rules() {
        @Override
        boolean captureIsRefusedOnClosed() {
            return false;
        }
    }),
    BALANCING_IGNORES_HOLDS(new Rules() {
        @Override
        BigInteger available(AccountState account) {
            return super.available(account).add(account.counters().debitsPending());
        }
    }),
    BALANCING_GOES_BELOW_ZERO(new Rules() {
        @Override
        BigInteger moved(AmountMode mode, BigInteger amount, AccountState from, AccountState to) {
            BigInteger moved = super.moved(mode, amount, from, to);
            return moved.signum() == 0 ? BigInteger.ONE : moved;
        }
    }),
    A_VERSION_IS_FORGOTTEN(new Rules() {
        @Override
        long nextVersion(AccountState account, EntryKind kind) {
            return account.version() + (kind == EntryKind.ENTRY_KIND_REOPENED ? 0 : 1);
        }
    }),
    THE_CREDIT_IS_DROPPED(new Rules() {
        @Override
        List<Side> sides() {
            return List.of(Side.DEBIT);
        }
    }),
    REVERSES_TWICE(new Rules() {
        @Override
        boolean wasReversed(boolean reversed) {
            return false;
        }
    }),
    A_REVERSAL_RUNS_THE_SAME_WAY_AGAIN(new Rules() {
        @Override
        boolean turnsRound() {
            return false;
        }
    }),
    A_REFUSAL_IS_NOT_RECORDED(new Rules() {
        @Override
        boolean burns(RefusalReason reason) {
            return false;
        }
    }),
    THE_LEGS_BEFORE_A_REFUSED_ONE_STAY(new Rules() {
        @Override
        boolean undoesRefused() {
            return false;
        }
    }),
    A_REPEAT_GETS_ANOTHER_POSITION(new Rules() {
        @Override
        long replayedPosition(long recorded, long newest) {
            return newest;
        }
    }),
    ANOTHER_BODY_COUNTS_AS_A_REPEAT(new Rules() {
        @Override
        boolean sameContent(boolean same) {
            return true;
        }
    });

    @SuppressWarnings("ImmutableEnumChecker") // rules have methods and no fields
    private final Rules rules;

    PlantedBug(Rules rules) {
        this.rules = rules;
    }

    /// A ledger that is right but for this.
    public LedgerUnderTest ledger() {
        return new LedgerModel(rules);
    }
}
