package ballast.virtualmachine;

import ballast.ledger.RefusalReason;
import java.util.EnumMap;
import java.util.Map;

/// The ledger's reasons as numbers of the contract, which has the same names.
final class RefusalNumbers {
    private static final Map<RefusalReason, Integer> NUMBERS = new EnumMap<>(RefusalReason.class);

    static {
        for (var reason : RefusalReason.values()) {
            NUMBERS.put(
                    reason,
                    ballast.types.protocol.v1.RefusalReason.valueOf("REFUSAL_REASON_" + reason.name())
                            .getNumber());
        }
    }

    private RefusalNumbers() {}

    static int of(RefusalReason reason) {
        return java.util.Objects.requireNonNull(NUMBERS.get(reason), "every reason has a number");
    }
}
