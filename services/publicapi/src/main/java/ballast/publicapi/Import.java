package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.types.publicapi.v1.TransactBatchResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// An import: a transaction a line, as they come, and an answer a line, in the same order.
///
/// Lines are gathered while the group before them is at work. When a group is full, or the client does not read its
/// answers, no more is read. Confined to one event loop.
final class Import implements Exchange.Pieces, LineSplitter.Lines {
    private static final CharSequence NDJSON = HttpHeaders.createOptimized("application/x-ndjson");
    /// A ledger with too much to do is asked again, for as long as this takes: half a minute.
    private static final int TRIES_MAX = 300;

    private static final int RETRY_MILLIS = 100;

    private final HttpExchange exchange;
    private final Backend backend;
    private final LineSplitter splitter;
    private final Runnable stop;

    private final Deadline nextLine = new Deadline() {
        @Override
        void passed() {
            stopReading("no line came in time");
        }
    };

    private ImportGroup gathered = new ImportGroup();
    private @Nullable String stopReason;
    private long linesRead;
    private boolean busy;
    private boolean bodyOver;
    private boolean over;

    Import(HttpExchange exchange, Backend backend) {
        this.exchange = exchange;
        this.backend = backend;
        splitter = new LineSplitter(backend.sizes().messageBytesMax(), this);
        stop = () -> exchange.loop().deliver(() -> stopReading("the server stops"));
    }

    /// The head of the request is in order; the caller has entered the admission.
    void start() {
        exchange.begin(NDJSON);
        var _ = exchange.response().writeHead();
        exchange.response().closeHandler(gone -> close());
        exchange.response().exceptionHandler(broken -> close());
        backend.streams().add(stop);
        awaitLine();
        exchange.receivePieces(this);
    }

    @Override
    public void piece(Buffer piece) {
        splitter.piece(piece);
        work();
    }

    @Override
    public void end() {
        splitter.end();
        bodyOver = true;
        work();
    }

    @Override
    public void broken() {
        close();
    }

    @Override
    public void line(byte[] bytes) {
        linesRead++;
        awaitLine();
        if (stopReason == null && !isBlank(bytes)) {
            gathered.add(linesRead, bytes);
        }
    }

    @Override
    public void tooLong() {
        linesRead++;
        if (stopReason == null) {
            gathered.addInvalid(
                    linesRead,
                    "",
                    "the line is too long (at most: %,d bytes)"
                            .formatted(backend.sizes().messageBytesMax()));
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private void awaitLine() {
        if (!over) {
            exchange.loop().idle.start(nextLine, exchange.loop().nowNanos());
        }
    }

    private void work() {
        if (over) {
            return;
        }
        if (gathered.isFull()) {
            exchange.request().pause();
            Deadlines.stop(nextLine);
        }
        if (busy) {
            return;
        }
        if (stopReason != null) {
            finish(stopReason);
        } else if (!gathered.isEmpty()) {
            busy = true;
            var group = gathered;
            gathered = new ImportGroup();
            if (!bodyOver) {
                exchange.request().resume();
                awaitLine();
            }
            send(group, 1);
        } else if (bodyOver) {
            end(Buffer.buffer());
        }
    }

    private void send(ImportGroup group, int attempt) {
        if (!group.hasTransactions()) {
            write(group.answers(TransactBatchResponse.getDefaultInstance()));
        } else if (backend.inFlight().enter()) {
            new Call(group, attempt).start(() -> backend.api().transactBatch(group.transactions()));
        } else {
            tryAgain(group, attempt, new ServiceFailure(ServiceFailure.Kind.OVERLOADED, "too many calls in flight"));
        }
    }

    /// After what did nothing because there was too much to do; anything else ends the import.
    private void tryAgain(ImportGroup group, int attempt, Throwable why) {
        boolean overloaded = why instanceof ServiceFailure failure && failure.kind() == ServiceFailure.Kind.OVERLOADED;
        if (over) {
            return;
        }
        if (overloaded && attempt < TRIES_MAX && stopReason == null) {
            exchange.loop().later(() -> send(group, attempt + 1), RETRY_MILLIS);
            return;
        }
        var statuses = Statuses.ofTransaction(why);
        stopReason = statuses.text();
        gathered = new ImportGroup();
        linesRead = group.firstLine() - 1;
        write(group.failures(statuses.http() == 503 ? "notDone" : "unknown", statuses.text()));
    }

    private void write(Buffer answers) {
        new Outflow(exchange, answers, () -> {
                    busy = false;
                    work();
                })
                .run();
    }

    private void stopReading(String reason) {
        if (over || stopReason != null) {
            return;
        }
        if (!gathered.isEmpty()) {
            linesRead = gathered.firstLine() - 1;
            gathered = new ImportGroup();
        }
        stopReason = reason;
        work();
    }

    /// The last line says where to go on.
    private void finish(String reason) {
        var out = ImportGroup.begun(linesRead + 1, "stopped")
                .text("detail", reason + "; import again from this line: what was done is done once");
        end(Buffer.buffer(out.end()).appendByte((byte) '\n'));
    }

    private void end(Buffer last) {
        var _ = exchange.response().end(last);
        close();
    }

    private void close() {
        if (over) {
            return;
        }
        over = true;
        Deadlines.stop(nextLine);
        backend.streams().remove(stop);
        backend.streams().imports().leave();
        exchange.request().resume();
        exchange.replied();
    }

    private final class Call extends PendingCall<TransactBatchResponse> {
        private final ImportGroup group;
        private final int attempt;

        Call(ImportGroup group, int attempt) {
            super(exchange.loop(), backend.inFlight());
            this.group = group;
            this.attempt = attempt;
        }

        @Override
        void answered(TransactBatchResponse response) {
            if (!over) {
                write(group.answers(response));
            }
        }

        @Override
        void failed(Throwable why) {
            tryAgain(group, attempt, why);
        }
    }
}
