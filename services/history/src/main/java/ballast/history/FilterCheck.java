package ballast.history;

import ballast.guard.InvalidQueryException;
import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.TransactionFilter;
import java.nio.charset.StandardCharsets;

/// What a filter must keep, so that it cannot be made to cost more than it may.
final class FilterCheck {
    static final int TERMS_MAX = 64;
    static final int LISTS_MAX = 64;
    static final int DEPTH_MAX = 8;
    static final int VALUE_BYTES_MAX = 512;

    private int terms;
    private int lists;

    private FilterCheck() {}

    /// @throws InvalidQueryException that names the field
    static void check(TransactionFilter filter) {
        new FilterCheck().check(filter, 0);
    }

    private void check(TransactionFilter filter, int depth) {
        switch (filter.getTermCase()) {
            case ALL_OF -> check(filter.getAllOf(), depth + 1);
            case ANY_OF -> check(filter.getAnyOf(), depth + 1);
            case ACCOUNT -> Checks.account(filter.getAccount(), "filter.account");
            case ASSET -> Checks.asset(filter.getAsset(), "filter.asset");
            case METADATA -> metadata(filter.getMetadata());
            case COMMITTED_MILLIS -> Checks.range(filter.getCommittedMillis(), "filter.committed_millis");
            case EFFECTIVE_MILLIS -> Checks.range(filter.getEffectiveMillis(), "filter.effective_millis");
            case POSITION -> Checks.range(filter.getPosition(), "filter.position");
            case AMOUNT -> amount(filter.getAmount());
            case CODE, COMMITTED, TERM_NOT_SET -> {
                // any will do
            }
        }
        if (!filter.hasAllOf() && !filter.hasAnyOf()) {
            terms++;
            require(terms <= TERMS_MAX, "more than %d terms".formatted(TERMS_MAX));
        }
    }

    private void check(FilterList list, int depth) {
        lists++;
        require(lists <= LISTS_MAX, "more than %d lists".formatted(LISTS_MAX));
        require(depth <= DEPTH_MAX, "more than %d lists inside each other".formatted(DEPTH_MAX));
        list.getTermsList().forEach(term -> check(term, depth));
    }

    private static void metadata(MetadataTerm term) {
        Checks.account(term.getKey(), "filter.metadata.key");
        int bytes = term.getValue().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > VALUE_BYTES_MAX) {
            throw new InvalidQueryException(
                    "filter.metadata.value", "%d bytes (expected: at most %d)".formatted(bytes, VALUE_BYTES_MAX));
        }
    }

    private static void amount(AmountRange range) {
        if (range.hasFrom() && range.hasTo() && Amounts.compare(range.getFrom(), range.getTo()) > 0) {
            throw new InvalidQueryException("filter.amount", "it ends before it begins");
        }
    }

    private static void require(boolean holds, String flaw) {
        if (!holds) {
            throw new InvalidQueryException("filter", flaw);
        }
    }
}
