package ballast.history.testing;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes transactions by chance, with outcomes as a ledger would give them: every entry carries the counters that its
/// account has after it.
///
/// There are few accounts, assets, codes and metadata, so that they meet; times stand still, run and leap; every fourth
/// transaction names an effective time of its own.
public final class RandomLedger {
    private static final List<String> ADDRESSES =
            List.of("a", "a:1", "a:10", "a:2", "b", "b:1", "B", "bank", "bank:fees", "z");
    private static final List<String> ASSETS = List.of("EUR/2", "UNIT", "USD", "USD/2");
    private static final List<String> KEYS = List.of("k", "key", "order");
    private static final List<String> VALUES = List.of("", "1", "2", "größer");

    private final Random random;
    private final Map<String, BigInteger[]> counters = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long position;
    private long timeMillis = 1_000;

    public RandomLedger(long seed) {
        this.random = new Random(seed);
    }

    /// The next transaction.
    public RecordedTransaction next() {
        timeMillis += random.nextInt(3) == 0 ? random.nextInt(random.nextInt(20) == 0 ? 1_000 : 5) : 0;
        position++;
        var transaction = Transaction.newBuilder().setId(id());
        if (random.nextInt(3) == 0) {
            transaction.setCode(1 + random.nextInt(4));
        }
        if (random.nextInt(4) == 0) {
            transaction.setEffectiveTimeMillis(Math.max(0, timeMillis + random.nextInt(-300, 300)));
        }
        for (var key : KEYS) {
            if (random.nextInt(5) == 0) {
                transaction.addMetadata(MetadataEntry.newBuilder().setKey(key).setValue(value()));
            }
        }
        var outcome = Outcome.newBuilder().setPosition(position).setTimeMillis(timeMillis);
        if (random.nextInt(10) == 0) {
            outcome.setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_EXCEEDS_CREDITS));
        } else {
            outcome.setCommitted(ByteString.EMPTY).addAllEntries(entries());
        }
        return RecordedTransaction.newBuilder()
                .setTransaction(transaction)
                .setOutcome(outcome)
                .build();
    }

    /// The time of the last transaction.
    public long timeMillis() {
        return timeMillis;
    }

    String address() {
        return ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    }

    String asset() {
        return ASSETS.get(random.nextInt(ASSETS.size()));
    }

    String key() {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private ByteString id() {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(position)
                .putLong(random.nextLong())
                .flip());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int legs = random.nextInt(8) == 0 ? random.nextInt(12) : 1;
        for (int leg = 0; leg < legs; leg++) {
            int pair = random.nextInt(6);
            var asset = asset();
            var amount = BigInteger.valueOf(1 + random.nextInt(50));
            if (random.nextInt(10) == 0) {
                amount = amount.shiftLeft(90);
            }
            var debit = EntryKind.forNumber(2 * pair + 1);
            entries.add(entry(leg, address(), asset, debit, amount));
            if (debit != EntryKind.ENTRY_KIND_OPENED) {
                entries.add(entry(leg, address(), asset, EntryKind.forNumber(2 * pair + 2), amount));
            }
        }
        return entries;
    }

    private Entry entry(int leg, String account, String asset, EntryKind kind, BigInteger amount) {
        var key = account + " " + asset;
        var now = counters.computeIfAbsent(
                key, _ -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO});
        var entry = Entry.newBuilder()
                .setLeg(leg)
                .setAccount(account)
                .setAsset(asset)
                .setKind(kind);
        if (kind != EntryKind.ENTRY_KIND_OPENED) {
            entry.setAmount(Money.int128(amount));
        }
        now[0] = now[0].add(Money.debited(entry.build()));
        now[1] = now[1].add(Money.credited(entry.build()));
        now[2] = now[2].add(kind == EntryKind.ENTRY_KIND_DEBIT_HELD ? amount : BigInteger.ZERO);
        now[3] = now[3].add(kind == EntryKind.ENTRY_KIND_CREDIT_HELD ? amount : BigInteger.ZERO);
        return entry.setAfter(Money.balances(now[0], now[1], now[2], now[3]))
                .setVersion(versions.merge(key, 1L, Long::sum))
                .build();
    }
}
