package ballast.e2e.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// A history that a right server could have produced, drawn from a seed: each operation takes effect at one instant
/// between its call and its answer, many overlap, some transfers are asked for twice, and some are refused.
final class GeneratedHistory {
    private static final int OPERATIONS = 600;
    private static final int ACCOUNTS = 5;
    private static final int SPREAD_NANOS = 1_000;
    private static final BigInteger HUGE = BigInteger.TWO.pow(126);

    final List<TransferRecord> transfers = new ArrayList<>();
    final List<ReadRecord> reads = new ArrayList<>();
    final SplittableRandom random;
    private final ModelLedger ledger = new ModelLedger();
    private long instant;

    GeneratedHistory(long seed) {
        this.random = new SplittableRandom(seed);
        long position = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            instant += 1 + random.nextInt(200);
            if (random.nextInt(10) < 3) {
                String account = account();
                reads.add(new ReadRecord(account, position, ledger.balance(account), before(), after()));
            } else {
                position++;
                Transfer transfer = transfer();
                transfers.add(new TransferRecord(transfer, position, ledger.apply(transfer), before(), after()));
            }
        }
        for (int i = 0; i < OPERATIONS / 20; i++) {
            TransferRecord again = transfers.get(random.nextInt(transfers.size()));
            transfers.add(new TransferRecord(
                    again.transfer(), again.position(), again.result(), instant + i, instant + i + SPREAD_NANOS));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = "account-" + i;
            reads.add(new ReadRecord(account, position, ledger.balance(account), instant, instant + SPREAD_NANOS));
        }
    }

    private Transfer transfer() {
        boolean huge = random.nextInt(10) == 0;
        return new Transfer(
                new UUID(random.nextLong(), random.nextLong()),
                huge ? "whale-1" : account(),
                huge ? "whale-2" : account(),
                huge ? HUGE : BigInteger.valueOf(1 + random.nextInt(100)));
    }

    private String account() {
        return "account-" + random.nextInt(ACCOUNTS);
    }

    private long before() {
        return instant - random.nextInt(SPREAD_NANOS);
    }

    private long after() {
        return instant + random.nextInt(SPREAD_NANOS);
    }
}
