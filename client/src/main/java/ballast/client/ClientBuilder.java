package ballast.client;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Puts a client together. Everything but the address has a default. Belongs to one thread.
public final class ClientBuilder {
    private final ServerAddress address;
    private Limits limits = Limits.defaults();
    private InstantSource clock = InstantSource.system();
    private RandomGenerator random = new SecureRandom();
    private Optional<Supplier<UUID>> ids = Optional.empty();
    private Optional<Executor> executor = Optional.empty();
    private Supplier<Map<String, String>> headers = Map::of;

    ClientBuilder(URI address) {
        this.address = ServerAddress.of(address);
    }

    /// How long a call may take with all its attempts. Default: 30 seconds.
    public ClientBuilder deadline(Duration wanted) {
        limits = new Limits(
                wanted,
                limits.attemptMax(),
                limits.attemptsMax(),
                limits.pauseMin(),
                limits.pauseMax(),
                limits.batches(),
                limits.callsMax(),
                limits.whenFull(),
                limits.answerBytesMax());
        return this;
    }

    /// How long one attempt may take, and how many there may be. Default: 10 seconds, 1,000.
    public ClientBuilder attempts(Duration most, int count) {
        limits = new Limits(
                limits.deadline(),
                most,
                count,
                limits.pauseMin(),
                limits.pauseMax(),
                limits.batches(),
                limits.callsMax(),
                limits.whenFull(),
                limits.answerBytesMax());
        return this;
    }

    /// The first and the longest pause between attempts. Default: 10 milliseconds, 1 second.
    public ClientBuilder pauses(Duration first, Duration longest) {
        limits = new Limits(
                limits.deadline(),
                limits.attemptMax(),
                limits.attemptsMax(),
                first,
                longest,
                limits.batches(),
                limits.callsMax(),
                limits.whenFull(),
                limits.answerBytesMax());
        return this;
    }

    /// How many transactions and reads may wait for their answer, and what happens to one more. A batch counts as
    /// many as it has transactions. Default: 65,536, wait.
    public ClientBuilder calls(int most, WhenFull whenFull) {
        limits = new Limits(
                limits.deadline(),
                limits.attemptMax(),
                limits.attemptsMax(),
                limits.pauseMin(),
                limits.pauseMax(),
                limits.batches(),
                most,
                whenFull,
                limits.answerBytesMax());
        return this;
    }

    /// How single transactions are put together: transactions and bytes of a batch, batches under way at once.
    /// Default: 8,190, 1 MiB, 4.
    public ClientBuilder batches(int transactions, int bytes, int underWay) {
        limits = new Limits(
                limits.deadline(),
                limits.attemptMax(),
                limits.attemptsMax(),
                limits.pauseMin(),
                limits.pauseMax(),
                new Limits.Batches(transactions, bytes, underWay),
                limits.callsMax(),
                limits.whenFull(),
                limits.answerBytesMax());
        return this;
    }

    /// What the times in drawn ids are read from. Default: the system's clock.
    public ClientBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /// What drawn ids and pauses are drawn from. Guessing an id must be hopeless, because whoever repeats one is
    /// told its outcome. Default: the system's strong generator.
    public ClientBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /// What gives an id to a transaction that has none; called by any thread. Default: UUIDs of version 7.
    public ClientBuilder ids(Supplier<UUID> source) {
        ids = Optional.of(source);
        return this;
    }

    /// What goes with each call as metadata, such as the `traceparent` of W3C Trace Context. Asked once a call,
    /// however often it is sent, on the thread that makes it. Transactions that share their way to the server have
    /// those of the first one. A name has lower-case letters, digits, `-`, `_` and `.`; a value printable ASCII.
    /// Default: none.
    public ClientBuilder headers(Supplier<Map<String, String>> source) {
        headers = source;
        return this;
    }

    /// Where answers are delivered; stays its owner's. Default: a virtual thread for each.
    public ClientBuilder executor(Executor wanted) {
        executor = Optional.of(wanted);
        return this;
    }

    /// Does not wait for the server: the first call connects.
    public BallastClient open() {
        Optional<ExecutorService> own = executor.isPresent()
                ? Optional.empty()
                : Optional.of(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("ballast client ", 0).factory()));
        var line = new Line(address, limits, executor.or(() -> own).orElseThrow(), random, headers);
        var batcher = new Batcher(line);
        var terms = new AsyncBallastClient.Terms(limits.deadline(), Consistency.STRICT);
        var calls = new AsyncBallastClient(line, batcher, ids.orElseGet(() -> new UuidV7(clock, random)), terms);
        return new BallastClient(calls, () -> {
            line.close();
            batcher.close();
            own.ifPresent(ExecutorService::shutdown);
        });
    }
}
