package ballast.ledger;

import java.util.List;

/// What can be seen to be wrong with a leg without looking at any account.
final class Arguments {
    private Arguments() {}

    static boolean areMalformed(List<Leg> legs) {
        boolean malformed = false;
        for (int leg = 0; leg < legs.size() && !malformed; leg++) {
            malformed = isMalformed(legs.get(leg));
        }
        return malformed;
    }

    private static boolean isMalformed(Leg leg) {
        return switch (leg) {
            case Leg.Open open -> !open.limits().canBeKept();
            case Leg.SetLimits setLimits -> !setLimits.limits().canBeKept();
            // How much of which hold would be a guess.
            case Leg.Capture capture ->
                capture.amount().isPresent() && capture.hold().leg().isEmpty();
            // The ledger's own.
            case Leg.Expire _ -> true;
            case Leg.Transfer _, Leg.Hold _, Leg.Release _, Leg.Extend _, Leg.Close _, Leg.Reopen _, Leg.Reverse _ ->
                false;
        };
    }
}
