package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import java.util.List;
import java.util.function.ToLongFunction;

/// A filter of transactions in JSON: an object with one member, which names the kind of term.
final class FilterJson {
    private static final List<String> TERMS = List.of(
            "allOf",
            "anyOf",
            "account",
            "asset",
            "code",
            "metadata",
            "time",
            "effectiveTime",
            "position",
            "amount",
            "outcome");
    private static final List<String> METADATA = List.of("key", "value");
    private static final List<String> RANGE = List.of("from", "to");

    /// Whether a transaction was committed, by place.
    static final List<String> OUTCOMES = List.of("refused", "committed");

    private FilterJson() {}

    static TransactionFilter read(Given given) {
        var term = given.onlyMember(TERMS);
        var filter = TransactionFilter.newBuilder();
        return switch (term.name()) {
            case "allOf" -> filter.setAllOf(list(term)).build();
            case "anyOf" -> filter.setAnyOf(list(term)).build();
            case "account" -> filter.setAccount(term.text()).build();
            case "asset" -> filter.setAsset(term.text()).build();
            case "code" -> filter.setCode(term.unsigned32()).build();
            case "metadata" -> filter.setMetadata(metadata(term)).build();
            case "time" ->
                filter.setCommittedMillis(range(term, Given::timeMillis)).build();
            case "effectiveTime" ->
                filter.setEffectiveMillis(range(term, Given::timeMillis)).build();
            case "position" ->
                filter.setPosition(range(term, Given::unsigned64)).build();
            case "amount" -> filter.setAmount(amounts(term)).build();
            default -> filter.setCommitted(term.oneOf(OUTCOMES) == 1).build();
        };
    }

    private static FilterList list(Given given) {
        var list = FilterList.newBuilder();
        given.items(1, ReadCheck.TERMS_MAX).forEach(term -> list.addTerms(read(term)));
        return list.build();
    }

    private static MetadataTerm metadata(Given given) {
        given.members(METADATA);
        var term = MetadataTerm.newBuilder().setKey(given.required("key").text());
        given.optional("value").ifPresent(value -> term.setValue(value.text()));
        return term.build();
    }

    private static Range range(Given given, ToLongFunction<Given> end) {
        given.members(RANGE);
        var range = Range.newBuilder();
        given.optional("from").ifPresent(from -> range.setFrom(end.applyAsLong(from)));
        given.optional("to").ifPresent(to -> range.setTo(end.applyAsLong(to)));
        return range.build();
    }

    private static AmountRange amounts(Given given) {
        given.members(RANGE);
        var range = AmountRange.newBuilder();
        given.optional("from").ifPresent(from -> range.setFrom(Words128.message(from.int128())));
        given.optional("to").ifPresent(to -> range.setTo(Words128.message(to.int128())));
        return range.build();
    }
}
