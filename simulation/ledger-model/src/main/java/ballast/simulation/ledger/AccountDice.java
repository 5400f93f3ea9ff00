package ballast.simulation.ledger;

import ballast.simulation.ledger.Dice.Weighted;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.UserData;
import java.math.BigInteger;
import java.util.Optional;

/// Terms of accounts, drawn by chance.
final class AccountDice {
    private final Dice dice;
    private final Names names;

    AccountDice(Dice dice, Names names) {
        this.dice = dice;
        this.names = names;
    }

    /// An account that is opened with the terms that its name suggests, or a little differently, as somebody does who
    /// opens it again.
    OpenAccount open() {
        String address = names.address();
        String asset = names.asset();
        int trait = Math.floorMod(address.hashCode() + 31 * asset.hashCode(), 5);
        var open = OpenAccount.newBuilder()
                .setAccount(address)
                .setAsset(asset)
                .setCode(trait)
                .setUserData(UserData.newBuilder()
                        .setWide(Numbers.int128(trait))
                        .setMiddle(trait)
                        .setNarrow(-trait));
        if (trait == 1) {
            open.setLimits(Limits.newBuilder().setLower(Numbers.int128(-10_000)));
        } else if (trait == 0) {
            open.clearUserData();
        }
        switch (dice.below(12)) {
            case 0 -> open.setLimits(limits());
            case 1 -> open.getUserDataBuilder().setMiddle(dice.below(9));
            case 2 ->
                open.getUserDataBuilder().setWide(Numbers.int128(names.huge().negate()));
            case 3 -> open.setCode(dice.below(9));
            default -> {}
        }
        return open.build();
    }

    /// Limits; the lower one is never above the upper one.
    Limits limits() {
        var limits = Limits.newBuilder();
        lower().ifPresent(lower -> limits.setLower(Numbers.int128(lower)));
        upper().ifPresent(upper -> limits.setUpper(Numbers.int128(upper)));
        return limits.build();
    }

    private Optional<BigInteger> lower() {
        return dice.weighted(
                        Weighted.of(40, Optional.<Long>empty()),
                        Weighted.of(25, Optional.of(0L)),
                        Weighted.of(20, Optional.of(-2_000L)),
                        Weighted.of(15, Optional.of(-dice.between(0, 100_000))))
                .map(BigInteger::valueOf);
    }

    private Optional<BigInteger> upper() {
        return dice.weighted(
                        Weighted.of(35, Optional.<Long>empty()),
                        Weighted.of(40, Optional.of(dice.between(0, 3_000))),
                        Weighted.of(25, Optional.of(dice.between(0, 100_000))))
                .map(BigInteger::valueOf);
    }
}
