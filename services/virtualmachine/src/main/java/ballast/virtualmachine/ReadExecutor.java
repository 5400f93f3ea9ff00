package ballast.virtualmachine;

import java.util.List;

/// Answers any number of reads on one state, which is read once for all of them.
final class ReadExecutor {
    private final BlockApplier applier;
    private final Outside outside;
    private final Answers answers;

    ReadExecutor(BlockApplier applier, Outside outside, Answers answers) {
        this.applier = applier;
        this.outside = outside;
        this.answers = answers;
    }

    void answer(List<PendingRead<?>> reads) {
        if (reads.isEmpty()) {
            return;
        }
        var view = new ReadView(applier, outside, reads.size());
        reads.forEach(read -> read.call().expect(view));
        view.state().fetch();
        reads.forEach(read -> answer(read, view));
    }

    private <T> void answer(PendingRead<T> read, ReadView view) {
        answers.give(read, read.call().answer(view));
    }
}
