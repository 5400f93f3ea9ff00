package ballast.ledger;

import ballast.simulation.ledger.AccountName;
import ballast.simulation.ledger.Block;
import ballast.simulation.ledger.BlockResult;
import ballast.simulation.ledger.ExpiryId;
import ballast.simulation.ledger.LedgerUnderTest;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import java.util.ArrayList;
import java.util.List;

/// The rules with the least around them that makes a ledger: maps for a state, and a sweep before each block.
final class RulesLedger implements LedgerUnderTest {
    private static final int EXPIRIES_MAX = 1_000;

    private final MapState state = new MapState();
    private long position;

    @Override
    public BlockResult execute(Block block) {
        var context = new BlockContext(block.timeMillis(), block.explicitAccounts());
        List<RecordedTransaction> recorded = new ArrayList<>();
        for (HoldId hold : state.due(block.timeMillis(), EXPIRIES_MAX)) {
            recorded.add(expire(hold, context));
        }
        List<Outcome> answers = new ArrayList<>();
        for (Transaction transaction : block.transactions()) {
            var decoded = ModelWords.transaction(transaction);
            var outcome = Ledger.apply(decoded, state, context);
            state.end(decoded.id(), outcome);
            answers.add(ModelWords.outcome(outcome, ++position, block.timeMillis()));
            recorded.add(recorded(transaction, answers.getLast()));
        }
        return new BlockResult(recorded, answers);
    }

    @Override
    public Outcome dryRun(Block block) {
        var context = new BlockContext(block.timeMillis(), block.explicitAccounts());
        var due = state.due(block.timeMillis(), EXPIRIES_MAX);
        for (HoldId hold : due) {
            var _ = Ledger.expire(new TransactionId(0, 0), hold, state, context);
        }
        var decoded = ModelWords.transaction(block.transactions().getFirst());
        var outcome = Ledger.apply(decoded, state, context);
        state.drop();
        return ModelWords.outcome(outcome, position + due.size() + 1, block.timeMillis());
    }

    @Override
    public ballast.types.ledger.v1.Account account(AccountName name) {
        var key = ModelWords.key(name.address(), name.asset());
        return ModelWords.account(key, state.account(key));
    }

    private RecordedTransaction expire(HoldId hold, BlockContext context) {
        var placedBy = ModelWords.bytes(hold.transaction());
        long deadline = state.hold(hold).orElseThrow().deadlineMillis();
        var id = ExpiryId.of(placedBy, hold.leg(), deadline);
        var outcome = Ledger.expire(ModelWords.id(id), hold, state, context);
        state.end(ModelWords.id(id), outcome);
        var leg = ExpireHold.newBuilder()
                .setHold(HoldReference.newBuilder().setTransaction(placedBy).setLeg(hold.leg()));
        var transaction = Transaction.newBuilder()
                .setId(id)
                .addLegs(ballast.types.ledger.v1.Leg.newBuilder().setExpire(leg))
                .build();
        return recorded(transaction, ModelWords.outcome(outcome, ++position, context.timeMillis()));
    }

    private static RecordedTransaction recorded(Transaction transaction, Outcome outcome) {
        return RecordedTransaction.newBuilder()
                .setTransaction(transaction)
                .setOutcome(outcome)
                .build();
    }
}
