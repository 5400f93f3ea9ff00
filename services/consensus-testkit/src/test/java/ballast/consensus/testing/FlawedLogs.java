package ballast.consensus.testing;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Logs that break a promise towards those who propose and read: each stands in front of a good log.
final class FlawedLogs {
    private FlawedLogs() {}

    static UnaryOperator<ReplicatedLog> commitsBeforeItDelivers() {
        return proposing((log, entry) -> {
            log.propose(entry);
            return committed(1);
        });
    }

    static UnaryOperator<ReplicatedLog> answersWithAnotherPosition() {
        return proposing((log, entry) -> log.propose(entry)
                .thenApply(outcome -> outcome instanceof Proposal.Committed(LogPosition position)
                        ? new Proposal.Committed(new LogPosition(position.term(), position.index() + 1))
                        : outcome));
    }

    static UnaryOperator<ReplicatedLog> callsWhatItCommittedRejected() {
        AtomicInteger answers = new AtomicInteger();
        return proposing((log, entry) -> log.propose(entry)
                .thenApply(outcome -> answers.incrementAndGet() > 200 ? new Proposal.Rejected("by mistake") : outcome));
    }

    static UnaryOperator<ReplicatedLog> saysNothingOfEmptyEntries() {
        return proposing((log, entry) -> entry.hasRemaining() ? log.propose(entry) : committed(1));
    }

    static UnaryOperator<ReplicatedLog> readsTheBufferAgainLater() {
        return log -> new ForwardingLog(log) {
            private Optional<ByteBuffer> previous = Optional.empty();

            @Override
            public CompletionStage<Proposal> propose(ByteBuffer entry) {
                previous.ifPresent(buffer -> super.propose(buffer.duplicate()));
                previous = Optional.of(entry);
                return super.propose(entry);
            }
        };
    }

    static UnaryOperator<ReplicatedLog> losesProposalsMadeAtOnce() {
        AtomicBoolean busy = new AtomicBoolean();
        return proposing((log, entry) -> busy.getAndSet(true)
                ? new CompletableFuture<>()
                : log.propose(entry).whenComplete((outcome, failure) -> busy.set(false)));
    }

    static UnaryOperator<ReplicatedLog> letsReadsPassAtOnce() {
        return log -> new ForwardingLog(log) {
            @Override
            public CompletionStage<Void> readBarrier() {
                return CompletableFuture.completedStage(null);
            }
        };
    }

    static UnaryOperator<ReplicatedLog> deliversItsBarriers() {
        return log -> new ForwardingLog(log) {
            @Override
            public CompletionStage<Void> readBarrier() {
                return super.propose(ByteBuffer.allocate(1)).thenCompose(outcome -> super.readBarrier());
            }
        };
    }

    static UnaryOperator<ReplicatedLog> forgetsMoreThanAllowed() {
        return log -> new ForwardingLog(log) {
            @Override
            public void forgetThrough(LogPosition position) {
                super.forgetThrough(new LogPosition(position.term(), Long.MAX_VALUE));
            }
        };
    }

    static UnaryOperator<ReplicatedLog> leavesStagesOpen() {
        return log -> new ForwardingLog(log) {
            @Override
            public void close() {
                ((SimulatedReplicatedLog) log).crash();
            }
        };
    }

    static UnaryOperator<ReplicatedLog> commitsAfterItWasClosed() {
        return log -> new ForwardingLog(log) {
            private boolean closed;

            @Override
            public CompletionStage<Proposal> propose(ByteBuffer entry) {
                return closed ? committed(1) : super.propose(entry);
            }

            @Override
            public void close() {
                closed = true;
                super.close();
            }
        };
    }

    static UnaryOperator<ReplicatedLog> cannotBeClosedTwice() {
        return log -> new ForwardingLog(log) {
            private boolean closed;

            @Override
            public void close() {
                if (closed) {
                    throw new IllegalStateException("closed already");
                }
                closed = true;
                super.close();
            }
        };
    }

    private static UnaryOperator<ReplicatedLog> proposing(
            BiFunction<ReplicatedLog, ByteBuffer, CompletionStage<Proposal>> propose) {
        return log -> new ForwardingLog(log) {
            @Override
            public CompletionStage<Proposal> propose(ByteBuffer entry) {
                return propose.apply(log, entry);
            }
        };
    }

    private static CompletionStage<Proposal> committed(long index) {
        return CompletableFuture.completedStage(new Proposal.Committed(new LogPosition(1, index)));
    }
}
