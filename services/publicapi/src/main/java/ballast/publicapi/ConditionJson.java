package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.publicapi.json.JsonWriter;
import ballast.types.ledger.v1.Condition;
import java.util.List;

/// A condition in JSON.
final class ConditionJson {
    private static final List<String> MEMBERS = List.of("account", "asset", "subject", "comparison", "value");
    /// By number of [ConditionSubject] less one.
    private static final List<String> SUBJECTS =
            List.of("posted", "available", "debitsPending", "creditsPending", "version");
    /// By number of [Comparison] less one.
    private static final List<String> COMPARISONS =
            List.of("equal", "notEqual", "less", "atMost", "greater", "atLeast");

    private ConditionJson() {}

    static Condition read(Given given) {
        given.members(MEMBERS);
        return Condition.newBuilder()
                .setAccount(given.required("account").text())
                .setAsset(given.required("asset").text())
                .setSubjectValue(given.required("subject").oneOf(SUBJECTS) + 1)
                .setComparisonValue(given.required("comparison").oneOf(COMPARISONS) + 1)
                .setValue(Words128.message(given.required("value").int128()))
                .build();
    }

    static void write(JsonWriter out, Condition condition) {
        out.item()
                .text("account", condition.getAccount())
                .text("asset", condition.getAsset())
                .text("subject", word(SUBJECTS, condition.getSubjectValue()))
                .text("comparison", word(COMPARISONS, condition.getComparisonValue()))
                .integer("value", Words128.of(condition.getValue()))
                .endObject();
    }

    private static String word(List<String> words, int number) {
        return number < 1 || number > words.size() ? "unknown" : words.get(number - 1);
    }
}
