package ballast.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ReadBarriersTest {
    private static final Proposal COMMITTED = new Proposal.Committed(new LogPosition(1, 1));

    private final List<CompletableFuture<Proposal>> offered = new ArrayList<>();
    private final ReadBarriers barriers = new ReadBarriers(() -> {
        CompletableFuture<Proposal> outcome = new CompletableFuture<>();
        offered.add(outcome);
        return outcome;
    });

    @Test
    void aReadWaitsForAnEntryThatWasOfferedAfterIt() {
        CompletableFuture<Void> first = join();
        CompletableFuture<Void> late = join();
        assertThat(offered).as("one entry under way").hasSize(1);

        offered.getFirst().complete(COMMITTED);
        assertThat(first).isCompleted();
        assertThat(late).as("it came after the entry was offered").isNotDone();
        assertThat(offered).hasSize(2);

        offered.getLast().complete(COMMITTED);
        assertThat(late).isCompleted();
    }

    @Test
    void allReadsThatWaitShareOneEntry() {
        CompletableFuture<Void> first = join();
        List<CompletableFuture<Void>> waiting = List.of(join(), join(), join());
        offered.getFirst().complete(COMMITTED);
        offered.getLast().complete(COMMITTED);
        assertThat(offered).hasSize(2);
        assertThat(first).isCompleted();
        assertThat(waiting).allSatisfy(read -> assertThat(read).isCompleted());
    }

    @Test
    void aReadFailsIfItsEntryMayNotHaveBeenCommitted() {
        CompletableFuture<Void> unknown = join();
        offered.getLast().complete(new Proposal.Unknown("no answer"));
        CompletableFuture<Void> rejected = join();
        offered.getLast().complete(new Proposal.Rejected("not the leader"));

        assertThatThrownBy(unknown::join)
                .hasCauseInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("no answer");
        assertThatThrownBy(rejected::join)
                .hasCauseInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("not the leader");
    }

    @Test
    void theNextReadTriesAgain() {
        CompletableFuture<Void> failed = join();
        offered.getLast().complete(new Proposal.Rejected("not the leader"));
        CompletableFuture<Void> next = join();
        offered.getLast().complete(COMMITTED);
        assertThat(failed).isCompletedExceptionally();
        assertThat(next).isCompleted();
    }

    private CompletableFuture<Void> join() {
        return barriers.join().toCompletableFuture();
    }
}
