package ballast.history;

import ballast.types.history.v1.EntryCursor;
import ballast.types.history.v1.HistoryEntry;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.Order;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import java.util.ArrayList;
import java.util.List;

/// A page of the entries of an account.
final class EntryListing {
    private final ListEntriesRequest request;
    private final Reading reading;
    private final boolean ascending;
    private final long asOf;
    private final Budget budget;
    private long recordedPosition;
    private RecordedTransaction recorded = RecordedTransaction.getDefaultInstance();

    EntryListing(ListEntriesRequest request, Reading reading, HistoryOptions options) {
        this.request = request;
        this.reading = reading;
        this.ascending = request.getOrder() == Order.ORDER_OLDEST_FIRST;
        this.asOf = request.hasAsOf() ? request.getAsOf() : reading.position();
        this.budget = new Budget(request.getLimit(), options);
    }

    static void check(ListEntriesRequest request, long newest) {
        Checks.account(request.getAccount(), "account");
        Checks.assetOrEvery(request.getAsset());
        Checks.range(request.getCommittedMillis(), "committed_millis");
        Checks.range(request.getEffectiveMillis(), "effective_millis");
        Checks.range(request.getPosition(), "position");
        Checks.limit(request.getLimit());
        if (request.hasAsOf()) {
            Checks.existing(request.getAsOf(), newest, "as_of");
        }
    }

    ListEntriesResponse page() {
        var page = ListEntriesResponse.newBuilder().setPosition(asOf);
        Span span =
                Times.committed(request.getCommittedMillis(), Times.positions(request.getPosition(), asOf), reading);
        Cursor cursor = cursor(span);
        long at = cursor.seek(start(span.places()));
        long looked = Cursor.NONE;
        while (at != Cursor.NONE && !budget.isSpent()) {
            budget.spend();
            looked = at;
            look(at, page);
            at = cursor.seek(ascending ? at + 1 : at - 1);
        }
        if (at != Cursor.NONE) {
            page.setNext(cursor(looked));
        }
        return page.build();
    }

    /// Where the page begins.
    private long start(Span places) {
        if (!request.hasAfter()) {
            return ascending ? places.first() : places.last();
        }
        long position = Math.min(Checks.bound(request.getAfter().getPosition()), At.POSITION_MAX);
        long entry = Math.min(Integer.toUnsignedLong(request.getAfter().getEntry()), At.ENTRY_MAX);
        long after = At.of(position, (int) entry);
        // Nothing is behind the last place that there can be.
        return ascending ? Math.min(after, Long.MAX_VALUE - 1) + 1 : after - 1;
    }

    private void look(long at, ListEntriesResponse.Builder page) {
        long position = At.position(at);
        if (request.hasEffectiveMillis()
                && !Times.contains(request.getEffectiveMillis(), reading.effectiveMillis(position))) {
            return;
        }
        HistoryEntry entry = entry(at);
        budget.take(entry.getSerializedSize());
        page.addEntries(entry);
    }

    private HistoryEntry entry(long at) {
        long position = At.position(at);
        if (recordedPosition != position) {
            recorded = reading.recorded(position);
            recordedPosition = position;
        }
        Transaction transaction = recorded.getTransaction();
        Entry entry = recorded.getOutcome().getEntries(At.entry(at));
        long committedMillis = recorded.getOutcome().getTimeMillis();
        return HistoryEntry.newBuilder()
                .setAt(cursor(at))
                .setTransactionId(transaction.getId())
                .setCommittedMillis(committedMillis)
                .setEffectiveMillis(
                        transaction.hasEffectiveTimeMillis() ? transaction.getEffectiveTimeMillis() : committedMillis)
                .setCode(transaction.getCode())
                .addAllMetadata(transaction.getMetadataList())
                .setEntry(entry)
                .build();
    }

    private static EntryCursor cursor(long at) {
        return EntryCursor.newBuilder()
                .setPosition(At.position(at))
                .setEntry(At.entry(at))
                .build();
    }

    /// The account's entries in these positions; of those that are effective at the time of their commit, only where
    /// the range of effective times is one of commit times too.
    private Cursor cursor(Span positions) {
        List<Cursor> cursors = new ArrayList<>();
        boolean byEffect = request.hasEffectiveMillis();
        Span unshifted = byEffect ? Times.committed(request.getEffectiveMillis(), positions, reading) : positions;
        for (String asset : Accounts.assets(reading, request.getAccount(), request.getAsset())) {
            cursors.add(chain(TermKey.account(request.getAccount(), asset), unshifted));
            if (byEffect) {
                cursors.add(chain(TermKey.shiftedAccount(request.getAccount(), asset), positions));
            }
        }
        return new Either(cursors, ascending);
    }

    private Cursor chain(TermKey key, Span positions) {
        return Chain.over(reading, reading.terms().find(key), positions.places(), ascending);
    }
}
