package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.publicapi.json.Given;
import ballast.publicapi.json.JsonReader;
import ballast.publicapi.json.MalformedJsonException;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.WatchRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/// The HTTP interface `/v1`: JSON in and out. docs/api.md is its description, openapi.json the same for programs.
final class LedgerFront {
    private static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("Last-Event-ID");
    private static final List<String> NO_PARAMETERS = List.of();
    private static final List<String> FIND_PARAMETERS = List.of("consistency");
    private static final List<String> WATCH_PARAMETERS = List.of("from");
    private static final List<String> BATCH = List.of("transactions");

    private final Backend backend;
    private final LedgerLists lists;
    private final Buffer openApi = OpenApiDocument.text();

    LedgerFront(Backend backend) {
        this.backend = backend;
        lists = new LedgerLists(backend, this);
    }

    /// A request of a route of `/v1` that is complete.
    void serve(HttpExchange exchange, Buffer body) {
        try {
            switch (exchange.route()) {
                case TRANSACTIONS -> {
                    if (exchange.request().method().equals(HttpMethod.POST)) {
                        transact(exchange, body);
                    } else {
                        lists.transactions(exchange, body);
                    }
                }
                case BATCH -> batch(exchange, body);
                case DRY_RUN -> dryRun(exchange, body);
                case QUERY -> lists.query(exchange, json(exchange, body));
                case TRANSACTION -> find(exchange, body);
                case ACCOUNTS -> lists.accounts(exchange, body);
                case ACCOUNT -> lists.account(exchange, body);
                case ENTRIES -> lists.entries(exchange, body);
                case SUMS -> lists.sums(exchange, body);
                case TRIAL_BALANCE -> lists.trialBalance(exchange, body);
                case WATCH -> watch(exchange, body);
                case OPENAPI -> {
                    parameters(exchange, body, NO_PARAMETERS);
                    exchange.send(HttpReply.json(openApi.getBytes()));
                }
                case IMPORT, BALANCE, TRANSFER, HEALTH, READINESS, METRICS, UNKNOWN ->
                    throw new IllegalStateException("not a route of whole JSON: " + exchange.route());
            }
        } catch (MalformedJsonException e) {
            exchange.send(Problem.of(e));
        } catch (InvalidArgumentException e) {
            exchange.send(Problem.of(e));
        }
    }

    /// The body of an import is served while it comes.
    void serveImport(HttpExchange exchange) {
        new Parameters(NO_PARAMETERS).read(exchange.query());
        if (!backend.streams().imports().enter()) {
            throw overloaded();
        }
        new Import(exchange, backend).start();
    }

    /// Calls the ledger, within what may be in flight.
    <R> void call(HttpExchange exchange, Supplier<CompletionStage<R>> call, Function<R, HttpReply> answer) {
        call(exchange, call, answer, Problem::ofRead);
    }

    Parameters parameters(HttpExchange exchange, Buffer body, List<String> known) {
        if (body.length() > 0) {
            throw HttpRefusedException.badRequest("a body is not expected here");
        }
        return new Parameters(known).read(exchange.query());
    }

    private <R> void call(
            HttpExchange exchange,
            Supplier<CompletionStage<R>> call,
            Function<R, HttpReply> answer,
            Function<Throwable, HttpReply> failure) {
        if (!backend.inFlight().enter()) {
            throw overloaded();
        }
        new JsonCall<>(exchange, backend.inFlight(), answer, failure).start(call);
    }

    private HttpRefusedException overloaded() {
        backend.metrics().requestShed();
        return new HttpRefusedException(HttpReply.error(Statuses.of(ServiceFailure.Kind.OVERLOADED)));
    }

    private void transact(HttpExchange exchange, Buffer body) {
        var transaction = TransactionJson.read(json(exchange, body));
        var request = TransactRequest.newBuilder().setTransaction(transaction).build();
        call(
                exchange,
                () -> backend.api().transact(request),
                answer -> AnswerJson.transaction(transaction.getId(), answer.getOutcome()),
                why -> Problem.ofTransaction(why).about(TransactionId.text(transaction.getId())));
    }

    private void batch(HttpExchange exchange, Buffer body) {
        var request = TransactBatchRequest.newBuilder();
        var entries = json(exchange, body).members(BATCH).required("transactions");
        entries.items(1, Transactions.BATCH_MAX).forEach(entry -> request.addTransactions(TransactionJson.read(entry)));
        var transactions = request.build();
        call(
                exchange,
                () -> backend.api().transactBatch(transactions),
                answer -> AnswerJson.batch(transactions.getTransactionsList(), answer),
                Problem::ofTransaction);
    }

    private void dryRun(HttpExchange exchange, Buffer body) {
        var transaction = TransactionJson.readWith(json(exchange, body), backend.ids());
        var request = TransactRequest.newBuilder().setTransaction(transaction).build();
        call(exchange, () -> backend.api().dryRun(request), answer -> AnswerJson.dryRun(transaction.getId(), answer));
    }

    private void find(HttpExchange exchange, Buffer body) {
        var parameters = parameters(exchange, body, FIND_PARAMETERS);
        var id = Given.parameter("id", exchange.subject()).uuid();
        var request = GetTransactionRequest.newBuilder()
                .setId(TransactionId.bytes(id))
                .setConsistency(ListQueries.consistency(parameters.given("consistency")))
                .build();
        call(exchange, () -> backend.api().getTransaction(request), AnswerJson::transaction);
    }

    private void watch(HttpExchange exchange, Buffer body) {
        var from = parameters(exchange, body, WATCH_PARAMETERS).given("from");
        // A client that comes again names the last event it saw, and repeats the parameter that it began with.
        var seen = exchange.request().getHeader(LAST_EVENT_ID);
        long position = seen == null
                ? from.map(Given::unsigned64).orElse(1L)
                : Given.parameter("Last-Event-ID", seen).upTo(Long.MAX_VALUE - 1) + 1;
        var transactions =
                backend.api().watch(WatchRequest.newBuilder().setFrom(position).build());
        if (!backend.streams().watchers().enter()) {
            throw overloaded();
        }
        new EventStream(exchange, backend.streams()).begin(transactions);
    }

    private static Given json(HttpExchange exchange, Buffer body) {
        new Parameters(NO_PARAMETERS).read(exchange.query());
        return JsonReader.read(body.getBytes());
    }
}
