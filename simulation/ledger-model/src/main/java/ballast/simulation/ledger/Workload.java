package ballast.simulation.ledger;

import ballast.simulation.ledger.Dice.Weighted;
import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Blocks of random transactions from a seed: every kind of leg, mixed; most of them sound, some refused for each
/// of the reasons that there are; ids that come again, with the same content and with another.
///
/// The same seed and the same answers give the same blocks for ever.
public final class Workload {
    private static final int TRANSACTIONS_IN_A_BLOCK_MAX = 60;
    private static final int USED_BY_THEN = 1_000;

    /// What a workload is made of.
    private enum Scope {
        EVERYTHING,
        SOUND,
        SOUND_AND_NEW,
    }

    private final Dice dice;
    private final Names names;
    private final Memory memory = new Memory();
    private final LegDice legs;
    private final Spoiler spoiler;
    private final long seed;
    private final Scope scope;
    private final Crowd crowd = new Crowd();
    private long drawn;
    private long timeMillis = 1_790_000_000_000L;

    public Workload(long seed) {
        this(seed, Scope.EVERYTHING);
    }

    private Workload(long seed, Scope scope) {
        this.seed = seed;
        this.scope = scope;
        this.dice = new Dice(seed);
        this.names = new Names(dice);
        this.legs = new LegDice(dice, names, memory);
        this.spoiler = new Spoiler(dice);
    }

    /// One that is for the rules alone: every id is new, and every transaction well-formed.
    public static Workload ofSoundTransactions(long seed) {
        return new Workload(seed, Scope.SOUND_AND_NEW);
    }

    /// One that a public interface lets pass: every transaction is well-formed, but ids come again.
    public static Workload ofCallers(long seed) {
        return new Workload(seed, Scope.SOUND);
    }

    public Block next() {
        return next(1 + dice.below(TRANSACTIONS_IN_A_BLOCK_MAX));
    }

    /// A block of so many transactions; seldom of one that has hundreds of legs.
    public Block next(int transactions) {
        timeMillis = Math.max(timeMillis, nextTime());
        if (crowd.isUnderWay(drawn)) {
            drawn++;
            return new Block(timeMillis, false, List.of(crowd.next(newId())));
        }
        List<Transaction> block = new ArrayList<>();
        for (int i = 0; i < transactions; i++) {
            block.add(transaction());
        }
        drawn += transactions;
        return new Block(timeMillis, dice.percent(8), block);
    }

    /// Takes note of what became of a block, so that later ones can refer to what there is.
    public void learn(Block block, List<Outcome> answers) {
        for (int i = 0; i < answers.size(); i++) {
            memory.add(block.transactions().get(i), answers.get(i));
        }
    }

    /// Chance of its own that follows from the same seed.
    Dice sibling() {
        return new Dice(~seed);
    }

    static ByteString id(long high, long low) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(16).putLong(high).putLong(low).flip());
    }

    private long nextTime() {
        if (dice.percent(10) && !memory.holds().isEmpty()) {
            // to the very millisecond at which a hold expires, or to the last one before
            long deadline = memory.holds().one(dice).deadlineMillis() - dice.below(2);
            if (deadline > timeMillis && deadline < timeMillis + 4_000_000) {
                return deadline;
            }
        }
        return timeMillis
                + dice.weighted(
                        Weighted.of(30, 0L),
                        Weighted.of(60, dice.between(1, 12)),
                        Weighted.of(9, dice.between(100, 1_500)),
                        Weighted.of(1, 4_000_000L));
    }

    private Transaction transaction() {
        boolean known = scope != Scope.SOUND_AND_NEW;
        boolean any = scope == Scope.EVERYTHING;
        Supplier<Transaction> kind = dice.weighted(
                Weighted.of(790, this::legs),
                Weighted.of(40, this::huge),
                Weighted.of(4, this::assets),
                Weighted.of(known ? 55 : 0, this::repeat),
                Weighted.of(known ? 25 : 0, this::sameIdOtherBody),
                Weighted.of(any ? 5 : 0, this::badId),
                Weighted.of(any ? 15 : 0, this::call),
                Weighted.of(any ? 30 : 0, () -> spoiler.spoiled(legs())),
                Weighted.of(any ? 1 : 0, this::longest));
        return kind.get();
    }

    private ByteString newId() {
        return id(dice.any(), dice.any());
    }

    private Transaction legs() {
        int count = dice.weighted(
                Weighted.of(60, 1), Weighted.of(28, 2 + dice.below(2)), Weighted.of(12, 4 + dice.below(6)));
        var transaction = Transaction.newBuilder().setId(newId());
        for (int i = 0; i < count; i++) {
            transaction.addLegs(legs.leg(transaction));
        }
        adorn(transaction);
        return transaction.build();
    }

    private Transaction huge() {
        // not before those accounts have been used: it would fill them to the brim
        Leg leg = drawn > USED_BY_THEN && dice.percent(20) ? legs.tooMuch() : legs.hugeLeg();
        return Transaction.newBuilder().setId(newId()).addLegs(leg).build();
    }

    /// As many legs as a transaction may have, or one more.
    private Transaction longest() {
        var transaction = Transaction.newBuilder().setId(newId());
        Leg leg = legs.leg(transaction);
        for (int i = 256 + dice.below(2); i > 0; i--) {
            transaction.addLegs(leg);
        }
        return transaction.build();
    }

    /// Opens many assets of one address at once.
    private Transaction assets() {
        String address = names.list();
        var transaction = Transaction.newBuilder().setId(newId());
        for (String asset : names.furtherAssets()) {
            transaction.addLegs(Leg.newBuilder()
                    .setOpen(OpenAccount.newBuilder().setAccount(address).setAsset(asset)));
        }
        return transaction.build();
    }

    private Transaction repeat() {
        return memory.transactions().isEmpty() ? legs() : memory.transactions().one(dice);
    }

    private Transaction sameIdOtherBody() {
        Transaction owner = repeat();
        return dice.percent(50)
                ? owner.toBuilder().setCode(owner.getCode() + 1).build()
                : legs().toBuilder().setId(owner.getId()).build();
    }

    private Transaction badId() {
        return legs().toBuilder()
                .setId(ByteString.copyFrom(new byte[dice.one(List.of(0, 1, 15, 17))]))
                .build();
    }

    /// Contracts can be called some day; today every call is refused.
    private Transaction call() {
        var call = ContractCall.newBuilder()
                .setContract(dice.percent(70) ? "ledger" : "nobody")
                .setMethod(dice.percent(50) ? "GetBalance" : "Transfer");
        var transaction = Transaction.newBuilder().setId(newId()).setCall(call);
        adorn(transaction);
        return transaction.build();
    }

    private void adorn(Transaction.Builder transaction) {
        if (dice.percent(10)) {
            for (int i = 1 + dice.below(3); i > 0; i--) {
                transaction.addConditions(condition());
            }
        }
        if (dice.percent(20)) {
            transaction.addMetadata(
                    MetadataEntry.newBuilder().setKey("order").setValue(Integer.toString(dice.below(50))));
            transaction.setCode(dice.below(5));
        }
        if (dice.percent(15)) {
            transaction.setEffectiveTimeMillis(timeMillis - dice.between(-10_000, 100_000));
        }
    }

    private Condition condition() {
        return Condition.newBuilder()
                .setAccount(names.address())
                .setAsset(names.asset())
                .setSubject(dice.one(List.of(
                        ConditionSubject.CONDITION_SUBJECT_POSTED,
                        ConditionSubject.CONDITION_SUBJECT_AVAILABLE,
                        ConditionSubject.CONDITION_SUBJECT_DEBITS_PENDING,
                        ConditionSubject.CONDITION_SUBJECT_CREDITS_PENDING,
                        ConditionSubject.CONDITION_SUBJECT_VERSION)))
                .setComparison(dice.one(List.of(
                        Comparison.COMPARISON_EQUAL,
                        Comparison.COMPARISON_NOT_EQUAL,
                        Comparison.COMPARISON_LESS,
                        Comparison.COMPARISON_AT_MOST,
                        Comparison.COMPARISON_GREATER,
                        Comparison.COMPARISON_AT_LEAST)))
                .setValue(Numbers.int128(dice.between(-40, 40) * (dice.percent(60) ? 0 : 1)))
                .build();
    }
}
