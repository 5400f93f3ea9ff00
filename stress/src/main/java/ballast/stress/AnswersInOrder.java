package ballast.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replays acknowledged transfers in the order of their positions and compares each answer with the balance that the
/// sender must have had then.
///
/// Says nothing unless every transfer was acknowledged with a position: with an effect missing, or without the order,
/// an answer cannot be judged.
record AnswersInOrder(TransferPlan plan, List<BigInteger> before) {
    private static final int VIOLATIONS_MAX = 20;

    private record Step(long position, Transfer transfer, BigInteger answer) {}

    List<String> violations(List<Fate> fates) {
        List<Step> steps = new ArrayList<>(fates.size());
        for (int i = 0; i < fates.size(); i++) {
            if (!(fates.get(i) instanceof Fate.Acknowledged answer)
                    || answer.position().isEmpty()) {
                return List.of();
            }
            steps.add(new Step(answer.position().getAsLong(), plan.at(i), answer.balance()));
        }
        steps.sort(Comparator.comparingLong(Step::position));
        return replay(steps);
    }

    private List<String> replay(List<Step> steps) {
        List<BigInteger> balances = new ArrayList<>(before);
        List<String> violations = new ArrayList<>();
        long last = 0;
        for (Step step : steps) {
            Transfer transfer = step.transfer();
            BigInteger amount = BigInteger.valueOf(transfer.amount());
            balances.set(transfer.from(), balances.get(transfer.from()).subtract(amount));
            balances.set(transfer.to(), balances.get(transfer.to()).add(amount));
            if (step.position() == last) {
                violations.add("two transfers have position " + last);
            }
            if (!step.answer().equals(balances.get(transfer.from()))) {
                violations.add("position %d answered %s, the balance was %s"
                        .formatted(step.position(), step.answer(), balances.get(transfer.from())));
            }
            if (violations.size() >= VIOLATIONS_MAX) {
                return violations;
            }
            last = step.position();
        }
        return violations;
    }
}
