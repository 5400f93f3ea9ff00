package ballast.history;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import java.util.function.Predicate;

/// Whether a transaction matches a filter, decided by looking at it.
final class FilterMatch {
    private final Transaction transaction;
    private final Outcome outcome;

    FilterMatch(RecordedTransaction recorded) {
        this.transaction = recorded.getTransaction();
        this.outcome = recorded.getOutcome();
    }

    boolean matches(TransactionFilter filter) {
        return switch (filter.getTermCase()) {
            case ALL_OF -> filter.getAllOf().getTermsList().stream().allMatch(this::matches);
            case ANY_OF -> filter.getAnyOf().getTermsList().stream().anyMatch(this::matches);
            case ACCOUNT -> anyEntry(entry -> entry.getAccount().equals(filter.getAccount()));
            case ASSET -> anyEntry(entry -> entry.getAsset().equals(filter.getAsset()));
            case CODE -> transaction.getCode() == filter.getCode();
            case METADATA -> hasMetadata(filter.getMetadata());
            case COMMITTED_MILLIS -> Times.contains(filter.getCommittedMillis(), outcome.getTimeMillis());
            case EFFECTIVE_MILLIS -> Times.contains(filter.getEffectiveMillis(), effectiveMillis());
            case POSITION -> Times.contains(filter.getPosition(), outcome.getPosition());
            case AMOUNT -> anyEntry(entry -> entry.hasAmount() && isIn(filter.getAmount(), entry));
            case COMMITTED -> outcome.hasRefused() != filter.getCommitted();
            case TERM_NOT_SET -> true;
        };
    }

    private long effectiveMillis() {
        return transaction.hasEffectiveTimeMillis() ? transaction.getEffectiveTimeMillis() : outcome.getTimeMillis();
    }

    private boolean anyEntry(Predicate<Entry> holds) {
        return outcome.getEntriesList().stream().anyMatch(holds);
    }

    private boolean hasMetadata(MetadataTerm term) {
        return transaction.getMetadataList().stream()
                .filter(entry -> entry.getKey().equals(term.getKey()))
                .anyMatch(entry -> !term.hasValue() || entry.getValue().equals(term.getValue()));
    }

    private static boolean isIn(AmountRange range, Entry entry) {
        return (!range.hasFrom() || Amounts.compare(entry.getAmount(), range.getFrom()) >= 0)
                && (!range.hasTo() || Amounts.compare(entry.getAmount(), range.getTo()) <= 0);
    }
}
