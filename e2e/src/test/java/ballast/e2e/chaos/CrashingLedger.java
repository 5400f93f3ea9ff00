package ballast.e2e.chaos;

import ballast.e2e.history.ModelLedger;
import ballast.e2e.history.Result;
import ballast.e2e.history.Transfer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A ledger in this process whose servers can be crashed, wrong in at most one way: what the chaos tests' own parts are
/// tested on.
///
/// Thread-safe: requests are carried out one at a time under this object's lock.
final class CrashingLedger {
    /// What goes wrong.
    enum Flaw {
        NONE,
        LOSES_THE_LAST_TRANSFERS,
        FORGETS_KEYS,
        FORGETS_KEYS_OF_REFUSALS,
        REORDERS_THE_LAST_TRANSFERS,
        READS_ONE_TRANSFER_BEHIND,
    }

    /// More than callers: each has one transfer without an answer at most, and one at least must have been answered.
    private static final int LOST = 20;

    private static final Pattern BALANCE = Pattern.compile("from=([^&]+)");
    private static final Pattern TRANSFER = Pattern.compile("from=([^&]+)&to=([^&]+)&amount=([0-9]+)");

    private record Reply(int status, String body, long position) {}

    private final Flaw flaw;
    private final List<Transfer> order = new ArrayList<>();
    private final Map<UUID, Reply> replies = new HashMap<>();
    private ModelLedger ledger = new ModelLedger();
    private ModelLedger ledgerBefore = new ModelLedger();

    CrashingLedger(Flaw flaw) {
        this.flaw = flaw;
    }

    /// One life of the server.
    final class Life implements AutoCloseable {
        private final HttpServer http;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Life() throws IOException {
            this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            http.setExecutor(threads);
            http.createContext(
                    "/api/balance",
                    exchange -> send(exchange, balance(query(BALANCE, exchange).group(1))));
            http.createContext("/api/transfer", exchange -> send(exchange, transfer(asked(exchange))));
            http.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        }

        /// Breaks off all connections; the next life finds what a restart would.
        void crash() {
            close();
            recover();
        }

        @Override
        public void close() {
            http.stop(0);
            threads.shutdownNow();
        }
    }

    /// Waits until it holds so many transfers.
    synchronized void awaitTransfers(int count) throws InterruptedException {
        while (order.size() < count) {
            wait();
        }
    }

    private synchronized Reply balance(String account) {
        boolean behind = flaw == Flaw.READS_ONE_TRANSFER_BEHIND && !order.isEmpty();
        ModelLedger seen = behind ? ledgerBefore : ledger;
        return new Reply(200, seen.balance(account).toString(), order.size() - (behind ? 1 : 0));
    }

    private synchronized Reply transfer(Transfer transfer) {
        return replies.computeIfAbsent(transfer.key(), _ -> {
            if (!order.isEmpty()) {
                ledgerBefore.apply(order.getLast());
            }
            order.add(transfer);
            notifyAll();
            return reply(ledger.apply(transfer), order.size());
        });
    }

    /// What a restart finds.
    private synchronized void recover() {
        switch (flaw) {
            case NONE, READS_ONE_TRANSFER_BEHIND -> {}
            case LOSES_THE_LAST_TRANSFERS -> {
                replay(List.copyOf(order.subList(0, Math.max(0, order.size() - LOST))));
            }
            case FORGETS_KEYS -> replies.clear();
            case FORGETS_KEYS_OF_REFUSALS -> replies.values().removeIf(reply -> reply.status == 422);
            case REORDERS_THE_LAST_TRANSFERS -> replay(List.copyOf(order.reversed()));
        }
    }

    private void replay(List<Transfer> transfers) {
        ledger = new ModelLedger();
        ledgerBefore = new ModelLedger();
        order.clear();
        replies.clear();
        transfers.forEach(this::transfer);
    }

    private static Reply reply(Result result, long position) {
        return switch (result) {
            case Result.Committed(BigInteger balance) -> new Reply(200, balance.toString(), position);
            case Result.Refused(Result.Reason reason) ->
                switch (reason) {
                    case SENDER_BALANCE_OVERFLOW -> new Reply(422, "error: the sender's balance …", position);
                    case RECEIVER_BALANCE_OVERFLOW -> new Reply(422, "error: the receiver's balance …", position);
                };
        };
    }

    private static Transfer asked(HttpExchange exchange) {
        var query = query(TRANSFER, exchange);
        String key = exchange.getRequestHeaders()
                .getOrDefault("Idempotency-Key", List.of())
                .getFirst();
        return new Transfer(UUID.fromString(key), query.group(1), query.group(2), new BigInteger(query.group(3)));
    }

    private static MatchResult query(Pattern form, HttpExchange exchange) {
        var query = form.matcher(exchange.getRequestURI().getQuery());
        if (!query.matches()) {
            throw new IllegalArgumentException("not the API: " + exchange.getRequestURI());
        }
        return query.toMatchResult();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Ballast-Position", Long.toString(reply.position));
            exchange.sendResponseHeaders(reply.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
