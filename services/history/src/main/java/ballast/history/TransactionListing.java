package ballast.history;

import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.Order;

/// A page of the transactions that match a filter.
final class TransactionListing {
    private final ListTransactionsRequest request;
    private final Reading reading;
    private final boolean ascending;
    private final long asOf;
    private final Budget budget;

    TransactionListing(ListTransactionsRequest request, Reading reading, HistoryOptions options) {
        this.request = request;
        this.reading = reading;
        this.ascending = request.getOrder() == Order.ORDER_OLDEST_FIRST;
        this.asOf = request.hasAsOf() ? request.getAsOf() : reading.position();
        this.budget = new Budget(request.getLimit(), options);
    }

    static void check(ListTransactionsRequest request, long newest) {
        FilterCheck.check(request.getFilter());
        Checks.limit(request.getLimit());
        if (request.hasAsOf()) {
            Checks.existing(request.getAsOf(), newest, "as_of");
        }
    }

    /// Every page deals with one candidate at least, so that each gets further. The next one begins at the candidate
    /// that this one has found and not dealt with, so that the way to it is not gone twice.
    ListTransactionsResponse page() {
        var page = ListTransactionsResponse.newBuilder().setPosition(asOf);
        var cursor = new FilterPlan(reading, new Span(1, asOf), ascending, budget).cursor(request.getFilter());
        long position = cursor.seek(start());
        boolean looked = false;
        while (position != Cursor.NONE && !(budget.isSpent() && looked)) {
            budget.spend();
            look(position, page);
            looked = true;
            position = cursor.seek(ascending ? position + 1 : position - 1);
        }
        if (position != Cursor.NONE) {
            page.setNext(ascending ? position - 1 : position + 1);
        }
        return page.build();
    }

    private long start() {
        if (!request.hasAfter()) {
            return ascending ? 1 : asOf;
        }
        long after = Math.min(Checks.bound(request.getAfter()), At.POSITION_MAX);
        return ascending ? after + 1 : Math.min(asOf, after - 1);
    }

    private void look(long position, ListTransactionsResponse.Builder page) {
        var recorded = reading.recorded(position);
        if (new FilterMatch(recorded).matches(request.getFilter())) {
            page.addTransactions(recorded);
            budget.take(recorded.getSerializedSize());
        }
    }
}
