package ballast.consensus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A log in a place of its own for each rule, and the words in which the rules are written.
abstract class LogContractFixture {
    static final int FEW = 5;
    static final int MANY = 300;

    LogHost host = new NoPlace();

    /// An empty place, for one test.
    protected abstract LogHost newHost();

    @BeforeEach
    void findAPlace() {
        host = newHost();
    }

    @AfterEach
    void leaveThePlace() {
        host.close();
    }

    List<LogPosition> commitEach(ReplicatedLog log, List<String> names) {
        return names.stream().map(name -> committed(log.propose(bytes(name)))).toList();
    }

    LogPosition committed(CompletionStage<Proposal> stage) {
        Proposal outcome = host.await(stage);
        assertThat(outcome).isInstanceOf(Proposal.Committed.class);
        return ((Proposal.Committed) outcome).position();
    }

    static List<LogPosition> positions(List<DeliveredEntry> entries) {
        return entries.stream().map(DeliveredEntry::position).toList();
    }

    static List<String> texts(List<DeliveredEntry> entries) {
        return entries.stream().map(DeliveredEntry::text).toList();
    }

    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteBuffer random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /// Where the log lives before a test begins.
    private static final class NoPlace implements LogHost {
        @Override
        public ReplicatedLog open(ReplicatedStateMachine machine) {
            throw new IllegalStateException("the test has not begun");
        }

        @Override
        public void work(BooleanSupplier reached) {}
    }
}
