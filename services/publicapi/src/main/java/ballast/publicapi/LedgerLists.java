package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.virtualmachine.v1.Consistency;
import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The questions of `/v1`: accounts, lists and sums, now and then.
final class LedgerLists {
    private static final List<String> QUERY = List.of("filter", "order", "limit", "cursor", "consistency");

    private final Backend backend;
    private final LedgerFront front;

    LedgerLists(Backend backend, LedgerFront front) {
        this.backend = backend;
        this.front = front;
    }

    void transactions(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.TRANSACTIONS);
        transactions(
                exchange,
                ListQueries.transactions(parameters),
                ListQueries.limit(parameters.given("limit")),
                parameters.given("cursor"),
                ListQueries.consistency(parameters.given("consistency")));
    }

    void query(HttpExchange exchange, Given body) {
        body.members(QUERY);
        var query = ListTransactionsRequest.newBuilder().setOrder(ListQueries.order(body.optional("order")));
        body.optional("filter").ifPresent(filter -> query.setFilter(FilterJson.read(filter)));
        transactions(
                exchange,
                query.build(),
                ListQueries.limit(body.optional("limit")),
                body.optional("cursor"),
                ListQueries.consistency(body.optional("consistency")));
    }

    void entries(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.ENTRIES);
        var query = ListQueries.entries(exchange.subject(), parameters);
        var page = query.toBuilder().setLimit(ListQueries.limit(parameters.given("limit")));
        try {
            var cursor = parameters.optional("cursor");
            if (cursor.isPresent()) {
                page.mergeFrom(ListEntriesRequest.parseFrom(Cursor.page(query, cursor.get())));
            }
        } catch (InvalidProtocolBufferException e) {
            throw Cursor.foreign();
        }
        var request = ballast.types.publicapi.v1.ListEntriesRequest.newBuilder()
                .setQuery(page)
                .setConsistency(ListQueries.consistency(parameters.given("consistency")))
                .build();
        front.call(exchange, () -> backend.api().listEntries(request), answer -> AnswerJson.entries(query, answer));
    }

    void accounts(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.ACCOUNTS);
        var query = ListQueries.accounts(parameters);
        var page = query.toBuilder().setLimit(ListQueries.limit(parameters.given("limit")));
        try {
            var cursor = parameters.optional("cursor");
            if (cursor.isPresent()) {
                page.mergeFrom(ListAccountsRequest.parseFrom(Cursor.page(query, cursor.get())));
            }
        } catch (InvalidProtocolBufferException e) {
            throw Cursor.foreign();
        }
        var request = ballast.types.publicapi.v1.ListAccountsRequest.newBuilder()
                .setQuery(page)
                .setConsistency(ListQueries.consistency(parameters.given("consistency")))
                .build();
        front.call(exchange, () -> backend.api().listAccounts(request), answer -> AnswerJson.accounts(query, answer));
    }

    /// An account as it stands, with its terms; or its counters as they were.
    void account(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.ACCOUNT);
        var account = exchange.subject();
        var asset = parameters.optional("asset").orElse("");
        var consistency = ListQueries.consistency(parameters.given("consistency"));
        var moment = ListQueries.asOf(parameters);
        if (moment.isEmpty()) {
            var request = GetAccountRequest.newBuilder()
                    .setAccount(account)
                    .setAsset(asset)
                    .setConsistency(consistency)
                    .build();
            front.call(exchange, () -> backend.api().getAccount(request), AnswerJson::account);
            return;
        }
        var query = ReadBalancesRequest.newBuilder()
                .setAccount(account)
                .setAsset(asset)
                .setAsOf(moment.get());
        var request = GetBalancesRequest.newBuilder()
                .setQuery(query)
                .setConsistency(consistency)
                .build();
        front.call(exchange, () -> backend.api().getBalances(request), AnswerJson::balances);
    }

    void sums(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.SUMS);
        sums(exchange, parameters, parameters.optional("prefix").orElse(""), AnswerJson::sums);
    }

    void trialBalance(HttpExchange exchange, Buffer body) {
        var parameters = front.parameters(exchange, body, ListQueries.TRIAL_BALANCE);
        sums(exchange, parameters, "", AnswerJson::trialBalance);
    }

    private void sums(
            HttpExchange exchange,
            Parameters parameters,
            String prefix,
            Function<SumBalancesResponse, HttpReply> answer) {
        var query = SumBalancesRequest.newBuilder()
                .setPrefix(prefix)
                .setAsset(parameters.optional("asset").orElse(""));
        ListQueries.asOf(parameters).ifPresent(query::setAsOf);
        var request = ballast.types.publicapi.v1.SumBalancesRequest.newBuilder()
                .setQuery(query)
                .setConsistency(ListQueries.consistency(parameters.given("consistency")))
                .build();
        front.call(exchange, () -> backend.api().sumBalances(request), answer);
    }

    private void transactions(
            HttpExchange exchange,
            ListTransactionsRequest query,
            int limit,
            Optional<Given> cursor,
            Consistency consistency) {
        var page = query.toBuilder().setLimit(limit);
        try {
            if (cursor.isPresent()) {
                page.mergeFrom(ListTransactionsRequest.parseFrom(
                        Cursor.page(query, cursor.get().text())));
            }
        } catch (InvalidProtocolBufferException e) {
            throw Cursor.foreign();
        }
        var request = ballast.types.publicapi.v1.ListTransactionsRequest.newBuilder()
                .setQuery(page)
                .setConsistency(consistency)
                .build();
        front.call(
                exchange,
                () -> backend.api().listTransactions(request),
                answer -> AnswerJson.transactions(query, answer));
    }
}
