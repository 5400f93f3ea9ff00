package ballast.simulation.ledger;

import ballast.types.ledger.v1.Account;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ledger as its contracts describe it: what is to be expected of the real one, to the last byte.
///
/// It takes one transaction after the other, keeps everything for ever in plain maps, and knows nothing of blocks but
/// their time: no batches, no storage, no threads, nothing that could be optimised.
public final class LedgerModel implements LedgerUnderTest {
    /// Holds that expire in one block at the most.
    private static final int EXPIRIES_MAX = 1_000;

    private final LedgerState state = new LedgerState();
    private final Rules rules;

    public LedgerModel() {
        this(new Rules());
    }

    LedgerModel(Rules rules) {
        this.rules = rules;
    }

    @Override
    public BlockResult execute(Block block) {
        int first = state.recorded().size();
        due(block.timeMillis()).forEach(due -> expire(due, block.timeMillis()));
        List<Outcome> answers = new ArrayList<>();
        for (Transaction transaction : block.transactions()) {
            answers.add(execute(transaction, block.timeMillis(), block.explicitAccounts()));
        }
        return new BlockResult(state.recorded().subList(first, state.recorded().size()), answers);
    }

    @Override
    public Outcome dryRun(Block block) {
        Transaction transaction = block.transactions().getFirst();
        return known(transaction).orElseGet(() -> {
            Draft draft = draft(transaction, block.timeMillis());
            var due = due(block.timeMillis());
            due.forEach(each -> new HoldLegs(draft, rules).expire(each.hold(), hold(each.hold())));
            draft.forgetEntries();
            Outcome outcome = outcome(transaction, draft, block);
            return outcome.toBuilder()
                    .setPosition(outcome.getPosition() + due.size())
                    .build();
        });
    }

    @Override
    public Account account(AccountName name) {
        return state.account(name).message(name);
    }

    /// Every account of an address, by asset.
    public List<Account> accounts(String address) {
        return state.assets(address).stream()
                .map(asset -> account(new AccountName(address, asset)))
                .toList();
    }

    /// Every transaction that has a position, in order.
    public List<RecordedTransaction> recorded() {
        return state.recorded();
    }

    /// The transaction that reversed this one; empty if none did.
    public ByteString reversedBy(ByteString id) {
        return state.reversedBy(id);
    }

    /// The names of all accounts, in order.
    public List<AccountName> names() {
        return state.names().stream().sorted().toList();
    }

    LedgerState state() {
        return state;
    }

    private Outcome execute(Transaction transaction, long timeMillis, boolean explicitAccounts) {
        Optional<Outcome> answered = known(transaction);
        if (answered.isPresent()) {
            return answered.get();
        }
        Draft draft = draft(transaction, timeMillis);
        Outcome outcome = outcome(transaction, draft, new Block(timeMillis, explicitAccounts, List.of()));
        if (outcome.hasCommitted() || !rules.undoesRefused()) {
            state.take(draft);
        }
        if (outcome.hasCommitted() || rules.burns(outcome.getRefused().getReason())) {
            state.record(recorded(transaction, outcome));
        }
        return outcome;
    }

    /// The answer that needs nothing to be done.
    private Optional<Outcome> known(Transaction transaction) {
        if (transaction.getId().size() != 16) {
            return Optional.of(Outcome.newBuilder()
                    .setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_ID_MALFORMED))
                    .build());
        }
        return state.recorded(transaction.getId()).stream().findFirst().map(owner -> {
            if (rules.sameContent(owner.getTransaction().equals(transaction))) {
                long position = owner.getOutcome().getPosition();
                return owner.getOutcome().toBuilder()
                        .setPosition(rules.replayedPosition(
                                position, state.recorded().size()))
                        .build();
            }
            return Outcome.newBuilder()
                    .setPosition(owner.getOutcome().getPosition())
                    .setTimeMillis(owner.getOutcome().getTimeMillis())
                    .setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED))
                    .build();
        });
    }

    private Draft draft(Transaction transaction, long timeMillis) {
        return new Draft(state, rules, transaction.getId(), timeMillis);
    }

    private Outcome outcome(Transaction transaction, Draft draft, Block block) {
        var outcome =
                Outcome.newBuilder().setPosition(state.recorded().size() + 1L).setTimeMillis(block.timeMillis());
        var trial = new Trial(draft, rules, block.explicitAccounts());
        Refusal refusal = trial.refusal(transaction);
        if (!refusal.equals(Refusal.getDefaultInstance())) {
            return outcome.setRefused(refusal).build();
        }
        return outcome.setCommitted(ByteString.EMPTY)
                .addAllEntries(draft.entries())
                .build();
    }

    private List<LedgerState.Due> due(long timeMillis) {
        return state.dueAt(timeMillis - rules.sweepsLateMillis(), EXPIRIES_MAX);
    }

    private HoldState hold(HoldName name) {
        HoldState hold = state.holds(name.transaction()).get(name.leg());
        if (hold == null) {
            throw new IllegalStateException("due, and not there: " + name);
        }
        return hold;
    }

    private void expire(LedgerState.Due due, long timeMillis) {
        HoldName name = due.hold();
        ByteString id = ExpiryId.of(name.transaction(), name.leg(), due.deadlineMillis());
        var draft = new Draft(state, rules, id, timeMillis);
        new HoldLegs(draft, rules).expire(name, hold(name));
        var reference =
                HoldReference.newBuilder().setTransaction(name.transaction()).setLeg(name.leg());
        Transaction transaction = Transaction.newBuilder()
                .setId(id)
                .addLegs(Leg.newBuilder().setExpire(ExpireHold.newBuilder().setHold(reference)))
                .build();
        Outcome outcome = Outcome.newBuilder()
                .setPosition(state.recorded().size() + 1L)
                .setTimeMillis(timeMillis)
                .setCommitted(ByteString.EMPTY)
                .addAllEntries(draft.entries())
                .build();
        state.take(draft);
        state.record(recorded(transaction, outcome));
    }

    private static RecordedTransaction recorded(Transaction transaction, Outcome outcome) {
        return RecordedTransaction.newBuilder()
                .setTransaction(transaction)
                .setOutcome(outcome)
                .build();
    }
}
