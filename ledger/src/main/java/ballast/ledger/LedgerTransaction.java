package ballast.ledger;

import java.util.List;

/// Steps that are applied in order, all or none, once every condition holds.
///
/// @param legs 1 to [#LEGS_MAX]
/// @param conditions at most [#CONDITIONS_MAX]
public record LedgerTransaction(TransactionId id, List<Leg> legs, List<Condition> conditions) {
    public static final int LEGS_MAX = 256;
    public static final int CONDITIONS_MAX = 64;

    public LedgerTransaction {
        legs = List.copyOf(legs);
        conditions = List.copyOf(conditions);
    }
}
