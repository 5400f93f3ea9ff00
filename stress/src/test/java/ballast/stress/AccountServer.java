package ballast.stress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A ledger of two maps behind the seed's API, wrong in at most one way.
///
/// Thread-safe: requests are carried out one at a time under this object's lock.
final class AccountServer implements AutoCloseable {
    /// The transfer, and each after as many more, that goes wrong.
    static final int EACH = 500;

    private static final Pattern BALANCE = Pattern.compile("from=([^&]+)");
    private static final Pattern TRANSFER = Pattern.compile("from=([^&]+)&to=([^&]+)&amount=([0-9]+)");

    private record Answer(int status, String body, long position) {}

    private record Order(String key, String from, String to, long amount) {}

    private final Behaviour behaviour;
    private final int each;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private long position;
    private long transfersAsked;
    private long balancesAsked;
    private boolean due;

    AccountServer(Behaviour behaviour) throws IOException {
        this(behaviour, EACH);
    }

    /// @param each takes the place of [#EACH]
    AccountServer(Behaviour behaviour, int each) throws IOException {
        this.behaviour = behaviour;
        this.each = each;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        http.setExecutor(threads);
        http.createContext(
                "/api/balance",
                exchange -> send(exchange, balance(query(BALANCE, exchange).group(1))));
        http.createContext("/api/transfer", exchange -> send(exchange, transfer(order(exchange))));
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private synchronized Optional<Answer> balance(String account) {
        balancesAsked++;
        if (behaviour == Behaviour.HIDES_BALANCES) {
            return answer(404, "error: no such page");
        }
        long balance = balanceOf(account);
        // every user is read once before the load: the first reading after it is wrong
        boolean wrong =
                behaviour == Behaviour.ANSWERS_ONE_BALANCE_WRONG && transfersAsked > 0 && balancesAsked % 7 == 0;
        return answer(200, Long.toString(wrong ? balance + 1 : balance));
    }

    private synchronized Optional<Answer> transfer(Order order) {
        if (behaviour != Behaviour.DROPS_CONNECTIONS_AND_FORGETS_KEYS && answers.containsKey(order.key)) {
            return Optional.ofNullable(answers.get(order.key));
        }
        transfersAsked++;
        due |= transfersAsked % each == 0;
        // a transfer to oneself may be lost or doubled without harm, so it is left alone
        boolean now = due && !order.from.equals(order.to);
        due &= !now;
        return switch (behaviour) {
            case RIGHT, RIGHT_WITHOUT_HEADERS, ANSWERS_ONE_BALANCE_WRONG, HIDES_BALANCES -> done(order, 1, 1);
            case LOSES_A_TRANSFER -> now ? done(order, 0, 0) : done(order, 1, 1);
            case DOUBLES_A_TRANSFER -> now ? done(order, 2, 2) : done(order, 1, 1);
            case FORGETS_THE_RECEIVER -> now ? done(order, 1, 0) : done(order, 1, 1);
            case ANSWERS_ONE_TRANSFER_WRONG -> {
                Answer right = done(order, 1, 1).orElseThrow();
                yield now ? answer(200, Long.toString(Long.parseLong(right.body) - 1)) : Optional.of(right);
            }
            case REPEATS_A_POSITION -> {
                position -= now ? 1 : 0;
                yield done(order, 1, 1);
            }
            case DROPS_CONNECTIONS_AFTER_APPLYING, DROPS_CONNECTIONS_AND_FORGETS_KEYS -> {
                Optional<Answer> done = done(order, 1, 1);
                yield now ? Optional.empty() : done;
            }
            case SHEDS_LOAD -> now ? answer(503, "error: overloaded") : done(order, 1, 1);
            case STOPS_TAKING_TRANSFERS -> transfersAsked >= each ? answer(503, "error: stopping") : done(order, 1, 1);
            case REFUSES_A_TRANSFER -> now ? answer(400, "error: no") : done(order, 1, 1);
            case TALKS_NONSENSE -> now ? answer(200, "seventeen") : done(order, 1, 1);
        };
    }

    /// Takes the amount `taken` times from the sender and gives it `given` times to the receiver.
    private Optional<Answer> done(Order order, int taken, int given) {
        balances.merge(order.from, -order.amount * taken, Long::sum);
        balances.merge(order.to, order.amount * given, Long::sum);
        position++;
        var answer = new Answer(200, Long.toString(balanceOf(order.from)), position);
        answers.put(order.key, answer);
        return Optional.of(answer);
    }

    private long balanceOf(String account) {
        return balances.getOrDefault(account, 0L);
    }

    private Optional<Answer> answer(int status, String body) {
        return Optional.of(new Answer(status, body, position));
    }

    /// Without an answer, closes the connection.
    private void send(HttpExchange exchange, Optional<Answer> answer) throws IOException {
        try (exchange) {
            if (answer.isEmpty()) {
                return;
            }
            if (behaviour != Behaviour.RIGHT_WITHOUT_HEADERS) {
                exchange.getResponseHeaders().set("Ballast-Position", Long.toString(answer.get().position));
            }
            byte[] body = answer.get().body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.get().status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Order order(HttpExchange exchange) {
        var query = query(TRANSFER, exchange);
        String key = exchange.getRequestHeaders()
                .getOrDefault("Idempotency-Key", List.of("none"))
                .getFirst();
        return new Order(key, query.group(1), query.group(2), Long.parseLong(query.group(3)));
    }

    private static MatchResult query(Pattern form, HttpExchange exchange) {
        Matcher query = form.matcher(exchange.getRequestURI().getQuery());
        if (!query.matches()) {
            throw new IllegalArgumentException("not the API: " + exchange.getRequestURI());
        }
        return query.toMatchResult();
    }
}
