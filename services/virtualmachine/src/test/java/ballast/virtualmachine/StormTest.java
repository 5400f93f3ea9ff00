package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.testing.SimulatedCluster;
import ballast.consensus.testing.SimulatedFaults;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Transaction;
import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.VirtualMachineOptions.Checkpoints;
import ballast.virtualmachine.VirtualMachineOptions.Patience;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Machines on a log that does everything the port allows, crashing and coming back, each run drawn from a
/// seed.
///
/// `-Dseed=…` runs one seed again.
final class StormTest {
    private static final long SEEDS = 80;
    private static final int STEPS = 2_000;
    private static final int ACCOUNTS = 4;
    private static final int IDS = 120;
    private static final BigInteger ALMOST_ALL = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.TWO);
    private static final List<ContractCall> READS = IntStream.range(0, ACCOUNTS)
            .mapToObj(account -> Messages.balanceOf("user" + account))
            .toList();

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsNothingThatALedgerCannotShow(long seed) throws InvalidProtocolBufferException {
        var storm = new Storm(seed);
        storm.rage();
        storm.settle();
        var model = new StormModel(storm.journal(), READS);
        assertThat(storm.history.violations(model)).describedAs("seed %d", seed).isEmpty();
        storm.assertReplicasAgree();
    }

    @Test
    void isNoIdleStorm() {
        long answered = 0;
        long positions = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var storm = new Storm(seed);
            storm.rage();
            storm.settle();
            answered += storm.history.answered();
            positions += storm.journal().height();
        }
        assertThat(answered).describedAs("calls answered in 20 storms").isGreaterThan(2_500);
        assertThat(positions).describedAs("blocks written in 20 storms").isGreaterThan(600);
    }

    private static final class Storm {
        private final Random random;
        private final ManualClock clock = new ManualClock();
        private final StormHistory history = new StormHistory();
        private final SimulatedCluster cluster;
        private final List<StormReplica> replicas = new ArrayList<>();

        Storm(long seed) {
            random = new Random(seed);
            int size = random.nextInt(4) == 0 ? 1 : 3;
            cluster = new SimulatedCluster(size, faults(), new Random(seed));
            var options = new VirtualMachineOptions(
                    new Blocks(1 + random.nextInt(3), 1_024, 1 + random.nextInt(6), 1 << 12),
                    new Calls(1 + random.nextInt(40), 1 << 14, 1 << 10),
                    new Checkpoints(1 + random.nextInt(10), 1 + random.nextInt(10_000)),
                    new Patience(1_000, 10_000, 1_000),
                    false);
            for (int number = 0; number < size; number++) {
                var replica = new StormReplica(number, cluster, options, clock, random);
                replica.crashSometimes(0.002);
                replicas.add(replica);
            }
        }

        /// Everything but the jump of a replica over entries that others have forgotten, which needs a state
        /// from elsewhere.
        private static SimulatedFaults faults() {
            var all = SimulatedFaults.stormy();
            return new SimulatedFaults(
                    all.leaderChange(),
                    all.proposalLost(),
                    all.unknownEarly(),
                    all.barrierRefused(),
                    0,
                    all.refusal(),
                    true);
        }

        void rage() {
            replicas.forEach(StormReplica::start);
            for (int step = 0; step < STEPS; step++) {
                var replica = replicas.get(random.nextInt(replicas.size()));
                int what = random.nextInt(1_000);
                if (what < 150) {
                    submit(likelyLeader(replica));
                } else if (what < 200) {
                    ask(replica);
                } else if (what < 550) {
                    replica.step();
                } else if (what < 960) {
                    cluster.step();
                } else if (what < 975) {
                    clock.advance(random.nextInt(random.nextInt(5) == 0 ? 2_000 : 50));
                } else if (what < 995) {
                    replica.start();
                } else if (what < 998) {
                    replica.crash();
                } else {
                    replica.close();
                }
            }
        }

        /// The weather turns fine, everybody comes back, and what can be answered is.
        void settle() {
            cluster.calmDown();
            replicas.forEach(replica -> replica.crashSometimes(0));
            boolean worked = true;
            for (int round = 0; worked; round++) {
                assertThat(round).describedAs("rounds to come to rest").isLessThan(1_000);
                replicas.forEach(StormReplica::start);
                cluster.runUntilIdle();
                worked = replicas.stream().map(StormReplica::settle).reduce(false, Boolean::logicalOr);
            }
        }

        MemoryHistory journal() {
            return replicas.getFirst().history();
        }

        void assertReplicasAgree() {
            for (var replica : replicas) {
                assertThat(replica.machine().orElseThrow().status().stateDigest())
                        .isEqualTo(replicas.getFirst()
                                .machine()
                                .orElseThrow()
                                .status()
                                .stateDigest());
                assertThat(replica.history().height()).isEqualTo(journal().height());
                for (long height = 1; height <= journal().height(); height++) {
                    assertThat(JournalComparison.difference(
                                    replica.history().block(height), journal().block(height)))
                            .isEmpty();
                }
            }
        }

        /// Callers find out who leads, most of the time.
        private StormReplica likelyLeader(StormReplica otherwise) {
            return random.nextInt(5) == 0
                    ? otherwise
                    : replicas.stream()
                            .filter(replica -> replica.machine()
                                    .map(machine -> machine.status().ready())
                                    .orElse(false))
                            .findFirst()
                            .orElse(otherwise);
        }

        private void submit(StormReplica replica) {
            replica.machine().ifPresent(machine -> {
                var transaction = transaction();
                history.process(
                        transaction,
                        machine.processTransaction(Messages.request(transaction))
                                .toCompletableFuture());
            });
        }

        private void ask(StormReplica replica) {
            replica.machine().ifPresent(machine -> {
                var call = READS.get(random.nextInt(READS.size()));
                history.ask(call, machine.callContract(Messages.request(call)).toCompletableFuture());
            });
        }

        /// Mostly what its id always stands for, so that repeats are repeats.
        private Transaction transaction() {
            int number = random.nextInt(IDS);
            var drawn = new Random(random.nextInt(20) == 0 ? random.nextLong() : number);
            var from = "user" + drawn.nextInt(ACCOUNTS);
            var to = "user" + drawn.nextInt(ACCOUNTS);
            var id = Messages.id(number);
            return switch (drawn.nextInt(24)) {
                case 0 -> Messages.transaction(id, Messages.transfer(from, to, 0));
                case 1 -> Messages.transaction(id, Messages.call("ledger", "Steal", ByteString.EMPTY));
                case 2, 3, 4 -> Messages.transaction(id, Messages.transfer(from, to, ALMOST_ALL));
                case 5, 6, 7 -> Messages.transaction(id, Messages.hold(from, to, 7, drawn.nextInt(200)));
                case 8 -> Messages.transaction(id, Messages.capture(Messages.id(drawn.nextInt(IDS)), 0));
                case 9 -> Messages.transaction(id, Messages.reverse(Messages.id(drawn.nextInt(IDS))));
                default -> Messages.transaction(id, Messages.transfer(from, to, drawn.nextInt(1, 100)));
            };
        }
    }
}
