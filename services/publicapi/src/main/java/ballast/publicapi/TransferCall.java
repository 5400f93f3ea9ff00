package ballast.publicapi;

import ballast.types.publicapi.v1.TransferResponse;
import com.google.protobuf.ByteString;

/// The outcome of a transfer on its way to an HTTP client. Whatever it is, the client is told the id.
final class TransferCall extends PendingCall<TransferResponse> {
    private final HttpExchange exchange;
    private final ByteString id;

    TransferCall(HttpExchange exchange, Admission inFlight, ByteString id) {
        super(exchange.loop(), inFlight);
        this.exchange = exchange;
        this.id = id;
    }

    @Override
    void answered(TransferResponse answer) {
        var reply = answer.hasRefused()
                ? HttpReply.error(Statuses.ofTransfer(answer.getRefused().getReason()))
                : HttpReply.ok(Arguments.balance(answer.getSenderBalance()).toString());
        // A refusal that was not recorded has no place in the order of transactions, which begins with 1.
        var placed = answer.getPosition() == 0 ? reply : reply.at(answer.getPosition());
        exchange.send(placed.about(TransactionId.text(id)));
    }

    @Override
    void failed(Throwable why) {
        exchange.send(HttpReply.error(Statuses.of(why)).about(TransactionId.text(id)));
    }
}
