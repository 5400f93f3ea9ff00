package ballast.ledger;

import java.util.List;

/// Steps that are applied in order, all or none, once every condition holds.
///
/// @param legs 1 to [#LEGS_MAX]
/// @param conditions at most [#CONDITIONS_MAX]
public record LedgerTransaction(TransactionId id, List<Leg> legs, List<Condition> conditions) {
    public static final int LEGS_MAX = 256;
    public static final int CONDITIONS_MAX = 64;

    /// @throws IllegalArgumentException if there are too few legs, too many, or too many conditions
    public LedgerTransaction {
        if (legs.isEmpty() || legs.size() > LEGS_MAX || conditions.size() > CONDITIONS_MAX) {
            throw new IllegalArgumentException(
                    "transaction has %d legs and %d conditions (at least: 1 and 0, at most: %d and %d)"
                            .formatted(legs.size(), conditions.size(), LEGS_MAX, CONDITIONS_MAX));
        }
        legs = List.copyOf(legs);
        conditions = List.copyOf(conditions);
    }
}
