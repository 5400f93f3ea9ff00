package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.Int128;
import ballast.ledger.TransactionId;
import ballast.statestorage.testing.InMemoryStateStorage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BlockLedgerTest {
    private static final TransactionId ID = new TransactionId(0, 1);
    private static final TransactionId OTHER = new TransactionId(0, 2);
    private static final AccountKey USER = new AccountKey(new Address("user1"), Asset.UNIT);
    private static final Hold HOLD = new Hold(USER, USER, Int128.of(5), Int128.of(5), 0, Hold.State.PENDING);

    private final StateOverlay overlay = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 0), 1);
    private final BlockLedger ledger = new BlockLedger(overlay, new DeadlineHeap(overlay), record -> {
        throw new AssertionError("nothing is recorded, not even " + record);
    });

    @Test
    void knowsNothingOfATransactionThatIsNotRecorded() {
        assertThat(ledger.isRecorded(ID)).isFalse();
        assertThat(ledger.entriesOf(ID)).isEmpty();
        assertThat(ledger.holdsOf(ID)).isEmpty();
        assertThat(ledger.reversedBy(ID)).isEmpty();
    }

    @Test
    void knowsTheHoldsThatTheRunningTransactionHasPlacedByNow() {
        ledger.begin(ID);
        ledger.addHold(new HoldId(ID, 4), HOLD);
        ledger.addHold(new HoldId(ID, 2), HOLD);
        assertThat(ledger.holdsOf(ID)).containsExactly(new HoldId(ID, 2), new HoldId(ID, 4));
        assertThat(ledger.hold(new HoldId(ID, 4))).isEqualTo(Optional.of(HOLD));
        ledger.begin(OTHER);
        assertThat(ledger.holds()).isEqualTo(LegSet.NONE);
        assertThat(ledger.holdsOf(ID)).describedAs("it was never recorded").isEmpty();
    }

    @Test
    void knowsWhatReversedARecordedTransaction() {
        overlay.set(
                overlay.transaction(ID),
                new TransactionRecord(new ContentDigest(1, 2), 3, 4, 5, 6, Optional.empty(), LegSet.NONE));
        assertThat(ledger.isRecorded(ID)).isTrue();
        assertThat(ledger.reversedBy(ID)).isEmpty();
        ledger.putReversedBy(ID, OTHER);
        assertThat(ledger.reversedBy(ID)).contains(OTHER);
    }

    @Test
    void countsEachLookAtAHold() {
        assertThat(ledger.hold(new HoldId(ID, 0))).isEmpty();
        assertThat(ledger.hold(new HoldId(ID, 0))).isEmpty();
        assertThat(ledger.holdsRead()).isEqualTo(2);
    }

    @Test
    void putsTheDeadlineOfAHoldIntoTheHeap() {
        var deadlines = new DeadlineHeap(overlay);
        assertThat(deadlines.isEmpty()).isTrue();
        ledger.schedule(new HoldId(ID, 7), 1_000);
        assertThat(deadlines.isEmpty()).isFalse();
        assertThat(deadlines.top()).isEqualTo(new Deadline(1_000, new HoldId(ID, 7)));
    }

    @Test
    void keepsTheAssetsOfAnAddressInTheOrderOfTheirNames() {
        for (var asset : new String[] {"USD/2", "BTC/8", "EUR/2"}) {
            ledger.addAsset(new AccountKey(USER.address(), new Asset(asset)));
        }
        assertThat(overlay.value(overlay.assets(USER.address())))
                .extracting(Asset::value)
                .containsExactly("BTC/8", "EUR/2", "USD/2");
        assertThat(ledger.assetCount(USER.address())).isEqualTo(3);
    }
}
