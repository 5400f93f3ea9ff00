package ballast.history.testing;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.List;

/// What a filter says, read off word by word.
final class Matches {
    private Matches() {}

    static boolean matches(TransactionFilter filter, RecordedTransaction recorded) {
        var transaction = recorded.getTransaction();
        var outcome = recorded.getOutcome();
        List<Entry> entries = outcome.getEntriesList();
        return switch (filter.getTermCase()) {
            case ALL_OF -> filter.getAllOf().getTermsList().stream().allMatch(term -> matches(term, recorded));
            case ANY_OF -> filter.getAnyOf().getTermsList().stream().anyMatch(term -> matches(term, recorded));
            case ACCOUNT ->
                entries.stream().anyMatch(entry -> entry.getAccount().equals(filter.getAccount()));
            case ASSET -> entries.stream().anyMatch(entry -> entry.getAsset().equals(filter.getAsset()));
            case CODE -> transaction.getCode() == filter.getCode();
            case METADATA -> hasMetadata(recorded, filter.getMetadata());
            case COMMITTED_MILLIS -> contains(filter.getCommittedMillis(), outcome.getTimeMillis());
            case EFFECTIVE_MILLIS -> contains(filter.getEffectiveMillis(), effectiveMillis(recorded));
            case POSITION -> contains(filter.getPosition(), outcome.getPosition());
            case AMOUNT -> entries.stream().anyMatch(entry -> hasAmount(entry, filter.getAmount()));
            case COMMITTED -> outcome.hasRefused() != filter.getCommitted();
            case TERM_NOT_SET -> true;
        };
    }

    static boolean contains(Range range, long number) {
        return (!range.hasFrom() || Long.compareUnsigned(number, range.getFrom()) >= 0)
                && (!range.hasTo() || Long.compareUnsigned(number, range.getTo()) <= 0);
    }

    static long effectiveMillis(RecordedTransaction recorded) {
        return recorded.getTransaction().hasEffectiveTimeMillis()
                ? recorded.getTransaction().getEffectiveTimeMillis()
                : recorded.getOutcome().getTimeMillis();
    }

    private static boolean hasMetadata(RecordedTransaction recorded, MetadataTerm term) {
        return recorded.getTransaction().getMetadataList().stream()
                .anyMatch(entry -> entry.getKey().equals(term.getKey())
                        && (!term.hasValue() || entry.getValue().equals(term.getValue())));
    }

    private static boolean hasAmount(Entry entry, AmountRange range) {
        return entry.hasAmount()
                && (!range.hasFrom() || Money.of(entry.getAmount()).compareTo(Money.of(range.getFrom())) >= 0)
                && (!range.hasTo() || Money.of(entry.getAmount()).compareTo(Money.of(range.getTo())) <= 0);
    }
}
