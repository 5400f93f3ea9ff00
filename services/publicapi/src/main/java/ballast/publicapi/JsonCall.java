package ballast.publicapi;

import java.util.function.Function;

/// A call on its way to an HTTP client that reads JSON.
final class JsonCall<R> extends PendingCall<R> {
    private final HttpExchange exchange;
    private final Function<R, HttpReply> answer;
    private final Function<Throwable, HttpReply> failure;

    JsonCall(
            HttpExchange exchange,
            Admission inFlight,
            Function<R, HttpReply> answer,
            Function<Throwable, HttpReply> failure) {
        super(exchange.loop(), inFlight);
        this.exchange = exchange;
        this.answer = answer;
        this.failure = failure;
    }

    @Override
    void answered(R response) {
        exchange.send(answer.apply(response));
    }

    @Override
    void failed(Throwable why) {
        exchange.send(failure.apply(why));
    }
}
