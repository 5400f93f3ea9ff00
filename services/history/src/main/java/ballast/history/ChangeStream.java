package ballast.history;

import ballast.guard.InvalidQueryException;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;

/// A piece of all transactions in order.
final class ChangeStream {
    private ChangeStream() {}

    static void check(ReadTransactionsRequest request) {
        if (request.getFrom() == 0) {
            throw new InvalidQueryException("from", "0 (expected: 1 or above)");
        }
        Checks.limit(request.getLimit());
        if (Integer.compareUnsigned(request.getWaitMillis(), Checks.WAIT_MILLIS_MAX) > 0) {
            throw new InvalidQueryException(
                    "wait_millis",
                    "%s (expected: at most %d)"
                            .formatted(Integer.toUnsignedString(request.getWaitMillis()), Checks.WAIT_MILLIS_MAX));
        }
    }

    static ReadTransactionsResponse piece(ReadTransactionsRequest request, Reading reading, HistoryOptions options) {
        var piece = ReadTransactionsResponse.newBuilder().setPosition(reading.position());
        var budget = new Budget(request.getLimit(), options);
        long from = Checks.bound(request.getFrom());
        for (long position = from; position <= reading.position() && !budget.isSpent(); position++) {
            var entry = reading.load(position);
            piece.addTransactions(reading.recorded(position));
            budget.take(entry.transaction().length + (long) entry.outcome().length);
        }
        return piece.build();
    }
}
