package ballast.simulation.ledger;

import ballast.simulation.ledger.Dice.Weighted;
import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Release;
import ballast.types.ledger.v1.ReopenAccount;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;

/// Legs of every kind, drawn by chance; most of them make sense.
final class LegDice {
    private static final List<AmountMode> MODES = List.of(
            AmountMode.AMOUNT_MODE_UP_TO_AVAILABLE,
            AmountMode.AMOUNT_MODE_UP_TO_ROOM,
            AmountMode.AMOUNT_MODE_UP_TO_BOTH);

    private final Dice dice;
    private final Names names;
    private final Memory memory;
    private final AccountDice accounts;
    private Transaction.Builder own = Transaction.newBuilder();

    LegDice(Dice dice, Names names, Memory memory) {
        this.dice = dice;
        this.names = names;
        this.memory = memory;
        this.accounts = new AccountDice(dice, names);
    }

    /// A further leg of a transaction.
    Leg leg(Transaction.Builder transaction) {
        own = transaction;
        Supplier<Leg.Builder> kind = dice.weighted(
                Weighted.of(40, this::transfer),
                Weighted.of(18, this::hold),
                Weighted.of(13, this::capture),
                Weighted.of(6, this::release),
                Weighted.of(4, this::extend),
                Weighted.of(7, () -> Leg.newBuilder().setOpen(accounts.open())),
                Weighted.of(5, this::setLimits),
                Weighted.of(3, this::close),
                Weighted.of(3, this::reopen),
                Weighted.of(5, this::reverse));
        return kind.get().build();
    }

    /// A transfer that is too much for accounts that everybody uses, for the limits of many of them too.
    Leg tooMuch() {
        return Leg.newBuilder()
                .setTransfer(Transfer.newBuilder()
                        .setFrom("hot:" + dice.below(8))
                        .setTo("hot:" + dice.below(8))
                        .setAsset("USD/2")
                        .setAmount(Numbers.int128(Numbers.MAX)))
                .build();
    }

    /// A transfer or a hold of a huge amount.
    Leg hugeLeg() {
        String from = names.brim();
        String to = names.brim();
        var amount = Numbers.int128(names.huge());
        return dice.percent(50)
                ? Leg.newBuilder()
                        .setTransfer(Transfer.newBuilder()
                                .setFrom(from)
                                .setTo(to)
                                .setAsset("BIG")
                                .setAmount(amount))
                        .build()
                : Leg.newBuilder()
                        .setHold(Hold.newBuilder()
                                .setFrom(from)
                                .setTo(to)
                                .setAsset("BIG")
                                .setAmount(amount)
                                .setTimeoutMillis(timeout()))
                        .build();
    }

    private Leg.Builder transfer() {
        String from = names.address();
        return Leg.newBuilder()
                .setTransfer(Transfer.newBuilder()
                        .setFrom(from)
                        .setTo(dice.percent(2) ? from : names.address())
                        .setAsset(names.asset())
                        .setAmount(Numbers.int128(names.amount()))
                        .setMode(mode()));
    }

    private Leg.Builder hold() {
        String from = names.address();
        String to = names.address();
        boolean oneself = from.equals(to) && dice.percent(70);
        return Leg.newBuilder()
                .setHold(Hold.newBuilder()
                        .setFrom(from)
                        .setTo(oneself ? "cold:other" : to)
                        .setAsset(names.asset())
                        .setAmount(Numbers.int128(names.amount()))
                        .setMode(mode())
                        .setTimeoutMillis(timeout()));
    }

    private Leg.Builder capture() {
        if (memory.holds().isEmpty()) {
            return transfer();
        }
        Memory.Placed placed = memory.holds().one(dice);
        HoldReference reference = reference(placed);
        var capture = Capture.newBuilder().setHold(reference).setReleaseRest(dice.percent(25));
        if (reference.hasLeg() && dice.percent(60)) {
            capture.setAmount(Numbers.int128(part(placed.amount())));
        }
        return Leg.newBuilder().setCapture(capture);
    }

    private Leg.Builder release() {
        return memory.holds().isEmpty()
                ? transfer()
                : Leg.newBuilder()
                        .setRelease(Release.newBuilder()
                                .setHold(reference(memory.holds().one(dice))));
    }

    private Leg.Builder extend() {
        return memory.holds().isEmpty()
                ? transfer()
                : Leg.newBuilder()
                        .setExtend(ExtendHold.newBuilder()
                                .setHold(reference(memory.holds().one(dice)))
                                .setTimeoutMillis(timeout()));
    }

    private Leg.Builder setLimits() {
        return Leg.newBuilder()
                .setSetLimits(SetLimits.newBuilder()
                        .setAccount(dice.percent(60) ? "hot:" + dice.below(8) : names.address())
                        .setAsset(names.asset())
                        .setLimits(accounts.limits()));
    }

    private Leg.Builder close() {
        var name = new AccountName(dice.percent(99) ? names.door() : names.address(), names.asset());
        if (dice.percent(40) && !memory.holds().isEmpty()) {
            // somebody waits for this hold
            Hold hold = memory.holds().one(dice).hold();
            if (hold.getTo().startsWith("cold")) {
                name = new AccountName(hold.getTo(), hold.getAsset());
            }
        }
        return Leg.newBuilder()
                .setClose(CloseAccount.newBuilder().setAccount(name.address()).setAsset(name.asset()));
    }

    private Leg.Builder reopen() {
        var name = dice.percent(15) || memory.closed().isEmpty()
                ? new AccountName(names.door(), names.asset())
                : memory.closed().one(dice);
        return Leg.newBuilder()
                .setReopen(ReopenAccount.newBuilder().setAccount(name.address()).setAsset(name.asset()));
    }

    private Leg.Builder reverse() {
        return Leg.newBuilder().setReverse(Reverse.newBuilder().setTransaction(original()));
    }

    private ByteString original() {
        int die = dice.below(100);
        if (die < 3) {
            return own.getId();
        }
        if (die < 10 && !memory.refused().isEmpty()) {
            return memory.refused().one(dice);
        }
        if (die < 30 && !memory.reversed().isEmpty()) {
            return memory.reversed().one(dice);
        }
        return die < 33 || memory.moved().isEmpty() ? unknown() : memory.moved().one(dice);
    }

    private HoldReference reference(Memory.Placed placed) {
        var reference = HoldReference.newBuilder().setTransaction(placed.transaction());
        int leg = placed.leg();
        int die = dice.below(100);
        if (die < 2) {
            reference.setTransaction(unknown());
        } else if (die < 4 && !memory.refused().isEmpty()) {
            reference.setTransaction(memory.refused().one(dice));
        } else if (die < 6) {
            leg = dice.percent(50) ? leg + 1 : -1;
        } else if (die < 30
                && own.getLegsCount() > 0
                && own.getLegs(own.getLegsCount() - 1).hasHold()) {
            // what has only just been held, in the same transaction
            reference.setTransaction(own.getId());
            leg = own.getLegsCount() - 1;
        }
        if (dice.percent(75)) {
            reference.setLeg(leg);
        }
        return reference.build();
    }

    private BigInteger part(BigInteger amount) {
        return dice.weighted(
                        Weighted.of(
                                60,
                                amount.multiply(BigInteger.valueOf(dice.between(1, 80)))
                                        .shiftRight(7)),
                        Weighted.of(25, amount),
                        Weighted.of(10, BigInteger.ONE),
                        Weighted.of(5, amount.add(BigInteger.ONE)))
                .max(BigInteger.ONE)
                .min(Numbers.MAX);
    }

    private AmountMode mode() {
        return dice.percent(82) ? AmountMode.AMOUNT_MODE_EXACT : dice.one(MODES);
    }

    private long timeout() {
        return dice.weighted(
                Weighted.of(30, 0L),
                Weighted.of(35, dice.between(1, 60)),
                Weighted.of(20, dice.between(100, 3_000)),
                Weighted.of(13, 3_600_000L),
                Weighted.of(1, Wellformed.TIME_MAX - dice.between(0, 3_000_000_000_000L)),
                Weighted.of(1, -1L));
    }

    private ByteString unknown() {
        return Workload.id(dice.any(), dice.any());
    }
}
