package ballast.history;

import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a filter into a cursor over positions that misses no transaction that matches, and gives few others.
///
/// Accounts, codes, metadata and ranges are looked up; assets, amounts and fates are not indexed, and neither is the
/// absence of a code. A part without an index gives every position, so it costs nothing beside one that has one, and
/// alone it means a walk through history. Every candidate is matched against the whole filter afterwards, so this need
/// not be exact, and cannot make an answer wrong by giving too much.
final class FilterPlan {
    private final Reading reading;
    private final Span positions;
    private final boolean ascending;
    private final Budget budget;

    FilterPlan(Reading reading, Span positions, boolean ascending, Budget budget) {
        this.reading = reading;
        this.positions = positions;
        this.ascending = ascending;
        this.budget = budget;
    }

    Cursor cursor(TransactionFilter filter) {
        return indexed(filter).orElseGet(() -> new Dense(positions, ascending));
    }

    /// Nothing where every position has to be looked at.
    private Optional<Cursor> indexed(TransactionFilter filter) {
        return switch (filter.getTermCase()) {
            case ALL_OF -> all(filter.getAllOf());
            case ANY_OF -> any(filter.getAnyOf());
            case ACCOUNT -> Optional.of(account(filter.getAccount()));
            case CODE -> filter.getCode() == 0 ? Optional.empty() : Optional.of(term(TermKey.code(filter.getCode())));
            case METADATA -> {
                var term = filter.getMetadata();
                yield Optional.of(term(
                        term.hasValue()
                                ? TermKey.metadata(term.getKey(), term.getValue())
                                : TermKey.metadataKey(term.getKey())));
            }
            case POSITION -> Optional.of(dense(Times.positions(filter.getPosition(), positions.last())));
            case COMMITTED_MILLIS -> Optional.of(committed(filter.getCommittedMillis()));
            case EFFECTIVE_MILLIS ->
                Optional.of(either(List.of(committed(filter.getEffectiveMillis()), term(TermKey.shifted()))));
            case ASSET, AMOUNT, COMMITTED, TERM_NOT_SET -> Optional.empty();
        };
    }

    private Optional<Cursor> all(FilterList list) {
        List<Cursor> cursors = new ArrayList<>();
        for (TransactionFilter term : list.getTermsList()) {
            indexed(term).ifPresent(cursors::add);
        }
        return switch (cursors.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(cursors.getFirst());
            default -> Optional.of(new Both(cursors, budget));
        };
    }

    private Optional<Cursor> any(FilterList list) {
        List<Cursor> cursors = new ArrayList<>();
        for (TransactionFilter term : list.getTermsList()) {
            Optional<Cursor> cursor = indexed(term);
            if (cursor.isEmpty()) {
                return cursor;
            }
            cursors.add(cursor.get());
        }
        return Optional.of(either(cursors));
    }

    private Cursor account(String address) {
        List<Cursor> assets = new ArrayList<>();
        for (String asset : Accounts.assets(reading, address, "")) {
            assets.add(term(TermKey.account(address, asset)));
        }
        return either(assets);
    }

    private Cursor either(List<Cursor> cursors) {
        return cursors.size() == 1 ? cursors.getFirst() : new Either(cursors, ascending);
    }

    private Cursor committed(Range range) {
        return dense(Times.committed(range, positions, reading));
    }

    private Cursor dense(Span span) {
        return new Dense(span, ascending);
    }

    private Cursor term(TermKey key) {
        var chain = Chain.over(reading, reading.terms().find(key), positions.places(), ascending);
        return new ByPosition(chain, ascending);
    }
}
