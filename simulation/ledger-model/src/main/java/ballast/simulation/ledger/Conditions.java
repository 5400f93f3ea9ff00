package ballast.simulation.ledger;

import ballast.types.ledger.v1.Condition;
import java.math.BigInteger;

/// Whether a condition holds.
final class Conditions {
    private Conditions() {}

    static boolean holds(Condition condition, AccountState account) {
        int order = subject(condition, account).compareTo(Numbers.of(condition.getValue()));
        return switch (condition.getComparison()) {
            case COMPARISON_EQUAL -> order == 0;
            case COMPARISON_NOT_EQUAL -> order != 0;
            case COMPARISON_LESS -> order < 0;
            case COMPARISON_AT_MOST -> order <= 0;
            case COMPARISON_GREATER -> order > 0;
            case COMPARISON_AT_LEAST -> order >= 0;
            case COMPARISON_UNSPECIFIED, UNRECOGNIZED -> throw malformed();
        };
    }

    private static BigInteger subject(Condition condition, AccountState account) {
        return switch (condition.getSubject()) {
            case CONDITION_SUBJECT_POSTED -> account.counters().posted();
            case CONDITION_SUBJECT_AVAILABLE -> account.counters().available();
            case CONDITION_SUBJECT_DEBITS_PENDING -> account.counters().debitsPending();
            case CONDITION_SUBJECT_CREDITS_PENDING -> account.counters().creditsPending();
            case CONDITION_SUBJECT_VERSION -> BigInteger.valueOf(account.version());
            case CONDITION_SUBJECT_UNSPECIFIED, UNRECOGNIZED -> throw malformed();
        };
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("malformed conditions do not come here");
    }
}
