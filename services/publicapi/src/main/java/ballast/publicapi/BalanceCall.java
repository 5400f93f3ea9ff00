package ballast.publicapi;

import ballast.types.publicapi.v1.GetBalanceResponse;

/// A balance on its way to an HTTP client.
final class BalanceCall extends PendingCall<GetBalanceResponse> {
    private final HttpExchange exchange;

    BalanceCall(HttpExchange exchange, Admission inFlight) {
        super(exchange.loop(), inFlight);
        this.exchange = exchange;
    }

    @Override
    void answered(GetBalanceResponse answer) {
        exchange.send(
                HttpReply.ok(Arguments.balance(answer.getBalance()).toString()).at(answer.getPosition()));
    }

    @Override
    void failed(Throwable why) {
        exchange.send(HttpReply.error(Statuses.ofRead(why)));
    }
}
