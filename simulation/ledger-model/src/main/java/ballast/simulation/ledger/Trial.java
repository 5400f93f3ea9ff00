package ballast.simulation.ledger;

import ballast.types.ledger.v1.Condition;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;

/// One transaction carried out on a draft, from its form to its last leg.
final class Trial {
    private final Draft draft;
    private final Rules rules;
    private final boolean explicitAccounts;

    Trial(Draft draft, Rules rules, boolean explicitAccounts) {
        this.draft = draft;
        this.rules = rules;
        this.explicitAccounts = explicitAccounts;
    }

    /// Why the transaction is refused; the empty refusal if it is not.
    Refusal refusal(Transaction transaction) {
        if (transaction.hasCall()) {
            // the ledger is the only contract there is, and it has no method that changes anything
            boolean known = transaction.getCall().getContract().equals("ledger");
            return whole(
                    known
                            ? RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN
                            : RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        if (!Wellformed.transaction(transaction)) {
            return whole(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        }
        for (int i = 0; i < transaction.getConditionsCount(); i++) {
            Condition condition = transaction.getConditions(i);
            var account = draft.account(new AccountName(condition.getAccount(), condition.getAsset()));
            if (!Conditions.holds(condition, account)) {
                return Refusal.newBuilder()
                        .setReason(RefusalReason.REFUSAL_REASON_CONDITION_NOT_MET)
                        .setCondition(i)
                        .build();
            }
        }
        for (int i = 0; i < transaction.getLegsCount(); i++) {
            try {
                draft.beginLeg(i);
                new Legs(draft, rules, explicitAccounts).apply(transaction.getLegs(i));
            } catch (RefusedException refused) {
                return Refusal.newBuilder()
                        .setReason(refused.reason())
                        .setLeg(i)
                        .build();
            }
        }
        return Refusal.getDefaultInstance();
    }

    private static Refusal whole(RefusalReason reason) {
        return Refusal.newBuilder().setReason(reason).build();
    }
}
