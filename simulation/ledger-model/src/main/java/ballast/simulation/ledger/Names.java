package ballast.simulation.ledger;

import ballast.simulation.ledger.Dice.Weighted;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/// The accounts and amounts of a workload: few that everybody uses, many that are hardly used, some that open and
/// close, and some that are filled to the brim.
final class Names {
    private static final List<String> ASSETS = List.of("USD/2", "USD/2", "USD/2", "EUR/2", "EUR/2", "UNIT", "BTC/8");
    private static final List<BigInteger> HUGE = List.of(
            Numbers.MAX,
            Numbers.MAX,
            Numbers.MAX.subtract(BigInteger.ONE),
            Numbers.MAX.shiftRight(1),
            Numbers.MAX.shiftRight(1).add(BigInteger.ONE),
            BigInteger.ONE);

    private final Dice dice;
    private int brims;
    private int lists;

    Names(Dice dice) {
        this.dice = dice;
    }

    String asset() {
        return dice.one(ASSETS);
    }

    String address() {
        return dice.weighted(
                Weighted.of(55, "hot:" + dice.below(8)),
                Weighted.of(36, "cold:" + dice.below(400)),
                Weighted.of(3, door()),
                Weighted.of(1, list()));
    }

    /// One that is closed and reopened all the time.
    String door() {
        return "door:" + dice.below(3);
    }

    /// One of a few that the amounts of this moment fill to the brim; later there are others.
    String brim() {
        return "brim:%d:%d".formatted(brims++ / 60, dice.below(3));
    }

    /// One that has more assets than others; later there is another one.
    String list() {
        return "list:" + lists / 6;
    }

    /// The next assets of such an account.
    List<String> furtherAssets() {
        int first = 40 * (lists++ % 6);
        return IntStream.range(first, first + 40)
                .mapToObj(number -> "A" + number)
                .toList();
    }

    BigInteger huge() {
        return dice.one(HUGE);
    }

    BigInteger amount() {
        return BigInteger.valueOf(dice.percent(90) ? dice.between(1, 500) : dice.between(1, 50_000));
    }
}
