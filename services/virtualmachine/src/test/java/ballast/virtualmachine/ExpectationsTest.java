package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.AmountMode;
import ballast.ledger.Asset;
import ballast.ledger.Condition;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.Int128;
import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import ballast.ledger.Limits;
import ballast.ledger.TransactionId;
import ballast.ledger.UserData;
import ballast.statestorage.testing.InMemoryStateStorage;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a leg names is read in a first round, what that leads to in a second, and nothing in a third.
final class ExpectationsTest {
    private static final TransactionId OWN = new TransactionId(0, 1);
    private static final TransactionId OTHER = new TransactionId(0, 2);
    private static final HoldId HOLD = new HoldId(OTHER, 3);
    private static final AccountKey A = account("a");
    private static final AccountKey B = account("b");
    private static final Leg.HoldReference ONE = new Leg.HoldReference(OTHER, OptionalInt.of(3));
    private static final Leg.HoldReference EVERY = new Leg.HoldReference(OTHER, OptionalInt.empty());
    private static final Hold PLACED = new Hold(A, B, Int128.of(5), Int128.of(5), 0, Hold.State.PENDING);

    private final CountingStateStorage storage = new CountingStateStorage(
            new InMemoryStateStorage(0, Map.of(StateKeys.hold(HOLD), new HoldCodec().encoded(Optional.of(PLACED)))));
    private final StateOverlay overlay = new StateOverlay(new StateAccess(storage, 10_000, 0), 1);

    static Stream<Arguments> legs() {
        var amount = new Amount(Int128.of(1));
        var ofOne = List.of(StateKeys.transaction(OTHER), StateKeys.hold(HOLD));
        var ofAll = List.of(StateKeys.transaction(OTHER));
        var oneAccount = List.of(StateKeys.account(A));
        var twoAccounts = List.of(StateKeys.account(A), StateKeys.account(B));
        var oneAddress = List.of(StateKeys.assets(A.address()));
        var twoAddresses = List.of(StateKeys.assets(A.address()), StateKeys.assets(B.address()));
        var nothing = List.of();
        return Stream.of(
                Arguments.of(new Leg.Transfer(A, B, amount, AmountMode.EXACT), twoAccounts, twoAddresses),
                Arguments.of(new Leg.Hold(A, B, amount, AmountMode.EXACT, 0), twoAccounts, twoAddresses),
                Arguments.of(new Leg.Capture(ONE, Optional.empty(), false), ofOne, twoAccounts),
                Arguments.of(new Leg.Capture(EVERY, Optional.empty(), false), ofAll, nothing),
                Arguments.of(new Leg.Release(ONE), ofOne, twoAccounts),
                Arguments.of(new Leg.Release(EVERY), ofAll, nothing),
                Arguments.of(new Leg.Extend(ONE, 9), ofOne, twoAccounts),
                Arguments.of(new Leg.Open(A, Limits.NONE, 0, UserData.NONE), oneAccount, oneAddress),
                Arguments.of(new Leg.SetLimits(A, Limits.NONE), oneAccount, oneAddress),
                Arguments.of(new Leg.Close(A), oneAccount, oneAddress),
                Arguments.of(new Leg.Reopen(A), oneAccount, oneAddress),
                Arguments.of(new Leg.Reverse(OTHER), ofAll, nothing),
                Arguments.of(new Leg.Expire(HOLD), nothing, nothing));
    }

    @ParameterizedTest
    @MethodSource("legs")
    void readsWhatALegNamesAndThenWhatThatLeadsTo(Leg leg, List<ByteString> named, List<ByteString> behind) {
        var legs = new Reading.Legs(new LedgerTransaction(OWN, List.of(leg), List.of()));
        new Expectations(overlay).fetch(List.of(), List.of(legs));
        assertThat(storage.reads())
                .containsExactlyElementsOf(
                        Stream.of(named, behind).filter(keys -> !keys.isEmpty()).toList());
    }

    @Test
    void readsTheAccountsOfConditionsToo() {
        var condition = new Condition(B, Condition.Subject.POSTED, Condition.Comparison.AT_LEAST, Int128.ZERO);
        var legs = new Reading.Legs(new LedgerTransaction(OWN, List.of(new Leg.Close(A)), List.of(condition)));
        new Expectations(overlay).fetch(List.of(), List.of(legs));
        assertThat(storage.reads().getFirst()).containsExactly(StateKeys.account(B), StateKeys.account(A));
    }

    private static AccountKey account(String address) {
        return new AccountKey(new Address(address), Asset.UNIT);
    }
}
