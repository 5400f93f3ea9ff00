package ballast.cli;

import ballast.client.Account;
import ballast.client.Condition;
import ballast.client.Leg;
import ballast.client.Transaction;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a transaction in the JSON of the public interface, from one line of a file.
///
/// Everything here throws [IllegalArgumentException] that names the member and what is expected there.
final class TransactionJson {
    private TransactionJson() {}

    /// A transaction with an id; a line without one could not be repeated without being doubled.
    static Transaction read(String line) {
        var json =
                JsonValue.read(line).members(Set.of("id", "legs", "conditions", "metadata", "code", "effectiveTime"));
        if (json.optional("id").isEmpty()) {
            throw new IllegalArgumentException(
                    "id is missing (expected: a UUID; without it a repeat of the import would do this a second time)");
        }
        var transaction = Transaction.builder().id(json.required("id").uuid());
        json.required("legs").items().forEach(leg -> transaction.leg(leg(leg)));
        json.optional("conditions").ifPresent(all -> all.items().forEach(one -> transaction.condition(condition(one))));
        json.optional("metadata")
                .ifPresent(all -> all.object().forEach((key, value) -> transaction.metadata(key, value.text())));
        json.optional("code").ifPresent(code -> transaction.code(code.number()));
        json.optional("effectiveTime").ifPresent(time -> transaction.effectiveTime(time.time()));
        return transaction.build();
    }

    private static Leg leg(JsonValue json) {
        var kinds = json.object();
        if (kinds.size() != 1) {
            throw json.problem("an object with one member that names the kind of leg");
        }
        var kind = kinds.entrySet().iterator().next();
        var of = kind.getValue();
        return switch (kind.getKey()) {
            case "transfer" -> transfer(of);
            case "hold" -> hold(of);
            case "capture" -> capture(of);
            case "release" -> new Leg.Release(reference(of.members(Set.of("hold"))));
            case "extend" -> new Leg.Extend(reference(of.members(Set.of("hold", "timeoutMillis"))), timeout(of));
            case "open" -> open(of);
            case "setLimits" -> {
                of.members(Set.of("account", "asset", "limits"));
                yield new Leg.SetLimits(text(of, "account"), text(of, "asset"), limits(of));
            }
            case "close" -> new Leg.Close(text(account(of), "account"), text(of, "asset"));
            case "reopen" -> new Leg.Reopen(text(account(of), "account"), text(of, "asset"));
            case "reverse" ->
                new Leg.Reverse(of.members(Set.of("transaction"))
                        .required("transaction")
                        .uuid());
            default ->
                throw json.problem("one of transfer, hold, capture, release, extend, open, setLimits, close, reopen,"
                        + " reverse");
        };
    }

    private static Leg transfer(JsonValue of) {
        of.members(Set.of("from", "to", "asset", "amount", "mode"));
        return new Leg.Transfer(text(of, "from"), text(of, "to"), text(of, "asset"), amount(of), mode(of));
    }

    private static Leg hold(JsonValue of) {
        of.members(Set.of("from", "to", "asset", "amount", "mode", "timeoutMillis"));
        return new Leg.Hold(text(of, "from"), text(of, "to"), text(of, "asset"), amount(of), mode(of), timeout(of));
    }

    private static Leg capture(JsonValue of) {
        of.members(Set.of("hold", "amount", "releaseRest"));
        return new Leg.Capture(
                reference(of),
                of.optional("amount").map(JsonValue::integer),
                of.optional("releaseRest").map(JsonValue::flag).orElse(false));
    }

    private static Leg open(JsonValue of) {
        of.members(Set.of("account", "asset", "limits", "code", "userData"));
        return new Leg.Open(
                text(of, "account"),
                text(of, "asset"),
                limits(of),
                of.optional("code").map(JsonValue::number).orElse(0L),
                of.optional("userData").map(TransactionJson::userData).orElse(Account.UserData.NONE));
    }

    private static Account.UserData userData(JsonValue of) {
        of.members(Set.of("wide", "middle", "narrow"));
        return new Account.UserData(
                word(of, "wide"),
                word(of, "middle").longValue(),
                word(of, "narrow").intValue());
    }

    private static BigInteger word(JsonValue of, String name) {
        return of.optional(name).map(JsonValue::integer).orElse(BigInteger.ZERO);
    }

    private static Account.Limits limits(JsonValue of) {
        return of.optional("limits")
                .map(limits -> {
                    limits.members(Set.of("lower", "upper"));
                    return new Account.Limits(
                            limits.optional("lower").map(JsonValue::integer),
                            limits.optional("upper").map(JsonValue::integer));
                })
                .orElse(Account.Limits.NONE);
    }

    private static Leg.HoldReference reference(JsonValue of) {
        var hold = of.required("hold").members(Set.of("transaction", "leg"));
        var leg = hold.optional("leg").map(JsonValue::number);
        return new Leg.HoldReference(
                hold.required("transaction").uuid(),
                leg.isPresent() ? OptionalInt.of(Math.toIntExact(leg.get())) : OptionalInt.empty());
    }

    private static Leg.AmountMode mode(JsonValue of) {
        var mode = of.optional("mode");
        return switch (mode.map(JsonValue::text).orElse("exact")) {
            case "exact" -> Leg.AmountMode.EXACT;
            case "upToAvailable" -> Leg.AmountMode.UP_TO_AVAILABLE;
            case "upToRoom" -> Leg.AmountMode.UP_TO_ROOM;
            case "upToBoth" -> Leg.AmountMode.UP_TO_BOTH;
            default -> throw mode.orElse(of).problem("exact, upToAvailable, upToRoom or upToBoth");
        };
    }

    private static Condition condition(JsonValue of) {
        of.members(Set.of("account", "asset", "subject", "comparison", "value"));
        return new Condition(
                text(of, "account"),
                text(of, "asset"),
                switch (text(of, "subject")) {
                    case "posted" -> Condition.Subject.POSTED;
                    case "available" -> Condition.Subject.AVAILABLE;
                    case "debitsPending" -> Condition.Subject.DEBITS_PENDING;
                    case "creditsPending" -> Condition.Subject.CREDITS_PENDING;
                    case "version" -> Condition.Subject.VERSION;
                    default ->
                        throw of.required("subject")
                                .problem("posted, available, debitsPending, creditsPending or version");
                },
                switch (text(of, "comparison")) {
                    case "equal" -> Condition.Comparison.EQUAL;
                    case "notEqual" -> Condition.Comparison.NOT_EQUAL;
                    case "less" -> Condition.Comparison.LESS;
                    case "atMost" -> Condition.Comparison.AT_MOST;
                    case "greater" -> Condition.Comparison.GREATER;
                    case "atLeast" -> Condition.Comparison.AT_LEAST;
                    default ->
                        throw of.required("comparison").problem("equal, notEqual, less, atMost, greater or atLeast");
                },
                of.required("value").integer());
    }

    private static JsonValue account(JsonValue of) {
        return of.members(Set.of("account", "asset"));
    }

    private static String text(JsonValue of, String name) {
        return of.required(name).text();
    }

    private static BigInteger amount(JsonValue of) {
        return of.required("amount").integer();
    }

    private static Duration timeout(JsonValue of) {
        return of.optional("timeoutMillis")
                .map(millis -> Duration.ofMillis(millis.number()))
                .orElse(Duration.ZERO);
    }
}
