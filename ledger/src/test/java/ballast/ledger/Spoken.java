package ballast.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The words of the tables: a transaction as people would say it. Its steps stand between plus signs:
///
/// ```
/// a>b 17                   a>b 17 upToAvailable      a>b 17 EUR
/// hold a>b 17              hold a>b 17 for 1000      (milliseconds)
/// capture t1#0             capture t1#0 5 rest       capture t1          (t1: the first transaction; #0: its first
/// leg)
/// release t1#0             extend t1#0 for 1000      reverse t1
/// open a lower 0 upper 9   open a code 7 data 1      limits a lower 0
/// close a                  reopen a                  expire t1#0
/// if a posted atLeast 5    (a condition)
/// ```
///
/// Accounts are in USD unless another asset is named. An amount is a number, or MAX (2¹²⁷−1), or MAX less a number.
final class Spoken {
    private final List<String> words;

    private Spoken(String step) {
        words = new ArrayList<>(Arrays.asList(step.trim().split("\\s+", -1)));
    }

    static LedgerTransaction transaction(TransactionId id, String text) {
        var legs = new ArrayList<Leg>();
        var conditions = new ArrayList<Condition>();
        for (var step : text.split(" \\+ ", -1)) {
            if (step.trim().startsWith("if ")) {
                conditions.add(new Spoken(step).condition());
            } else {
                legs.add(new Spoken(step).leg());
            }
        }
        return new LedgerTransaction(id, legs, conditions);
    }

    static TransactionId id(String text) {
        return new TransactionId(0, Long.parseLong(text.substring(1)));
    }

    static AccountKey account(String address, String asset) {
        return new AccountKey(new Address(address), new Asset(asset));
    }

    /// A number, MAX, MAX less a number; or each of these below zero.
    static Int128 number(String text) {
        if (text.startsWith("-")) {
            return number(text.substring(1)).negate();
        }
        return text.startsWith("MAX")
                ? Int128.MAX.minus(Int128.of(text.equals("MAX") ? 0 : Long.parseLong(text.substring(4))))
                : Int128.of(Long.parseLong(text));
    }

    /// As [#number] reads it.
    static String text(Int128 number) {
        var below = Int128.MAX.minus(number);
        return below.compareTo(Int128.of(1_000)) > 0 ? number.toString() : below.signum() == 0 ? "MAX" : "MAX-" + below;
    }

    private Leg leg() {
        var asset = words.stream().filter(word -> word.matches("[A-Z]{3}\\d*") && !word.equals("MAX"));
        var unit = asset.findFirst().orElse("USD");
        var verb = words.getFirst().contains(">") ? "transfer" : words.removeFirst();
        var first = words.removeFirst();
        return switch (verb) {
            case "transfer" -> new Leg.Transfer(from(first, unit), to(first, unit), amount(), mode());
            case "hold" -> new Leg.Hold(from(first, unit), to(first, unit), amount(), mode(), after("for"));
            case "capture" -> new Leg.Capture(reference(first), optionalAmount(), words.contains("rest"));
            case "release" -> new Leg.Release(reference(first));
            case "extend" -> new Leg.Extend(reference(first), after("for"));
            case "open" -> new Leg.Open(account(first, unit), limits(), (int) after("code"), userData());
            case "limits" -> new Leg.SetLimits(account(first, unit), limits());
            case "close" -> new Leg.Close(account(first, unit));
            case "reopen" -> new Leg.Reopen(account(first, unit));
            case "reverse" -> new Leg.Reverse(id(first));
            case "expire" -> new Leg.Expire(hold(first));
            default -> throw new AssertionError("no such verb: " + verb);
        };
    }

    private Condition condition() {
        var subject = Condition.Subject.valueOf(constant(words.get(2)));
        var comparison = Condition.Comparison.valueOf(constant(words.get(3)));
        return new Condition(account(words.get(1), "USD"), subject, comparison, number(words.get(4)));
    }

    static HoldId hold(String text) {
        var parts = text.split("#", -1);
        return new HoldId(id(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Leg.HoldReference reference(String text) {
        var parts = text.split("#", -1);
        var leg = parts.length == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1]));
        return new Leg.HoldReference(id(parts[0]), leg);
    }

    private static AccountKey from(String pair, String asset) {
        return account(pair.substring(0, pair.indexOf('>')), asset);
    }

    private static AccountKey to(String pair, String asset) {
        return account(pair.substring(pair.indexOf('>') + 1), asset);
    }

    private Amount amount() {
        return new Amount(number(words.getFirst()));
    }

    private Optional<Amount> optionalAmount() {
        return words.isEmpty() || words.getFirst().equals("rest") ? Optional.empty() : Optional.of(amount());
    }

    private AmountMode mode() {
        var mode = words.stream().filter(word -> word.startsWith("upTo")).findFirst();
        return mode.map(word -> AmountMode.valueOf(constant(word))).orElse(AmountMode.EXACT);
    }

    private Limits limits() {
        return new Limits(word("lower").map(Spoken::number), word("upper").map(Spoken::number));
    }

    private UserData userData() {
        int data = (int) after("data");
        return new UserData(Int128.of(data), 2L * data, 3 * data);
    }

    private long after(String word) {
        return word(word).map(Long::parseLong).orElse(0L);
    }

    private Optional<String> word(String before) {
        int place = words.indexOf(before);
        return place < 0 ? Optional.empty() : Optional.of(words.get(place + 1));
    }

    private static String constant(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }
}
