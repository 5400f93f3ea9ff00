package ballast.cli;

import ballast.client.Account;
import ballast.client.Entry;
import ballast.client.Found;
import ballast.client.Outcome;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers as people and as scripts read them.
final class Print {
    private Print() {}

    static void outcome(Outcome outcome, boolean isJson, PrintWriter out) {
        if (isJson) {
            out.println(AnswerJson.of(outcome));
            out.flush();
            return;
        }
        switch (outcome) {
            case Outcome.Committed committed -> {
                out.printf("committed at position %d, %s, id %s%n", outcome.position(), outcome.time(), outcome.id());
                entries(committed.entries(), out);
            }
            case Outcome.Refused refused -> {
                out.printf("refused: %s%s%n", refused.reason(), place(refused));
                out.printf("at position %d, %s, id %s%n", outcome.position(), outcome.time(), outcome.id());
            }
        }
        out.flush();
    }

    private static String place(Outcome.Refused refused) {
        if (refused.condition().isPresent()) {
            return ", condition " + refused.condition().getAsInt();
        }
        return refused.leg().isPresent() ? ", leg " + refused.leg().getAsInt() : "";
    }

    private static void entries(List<Entry> entries, PrintWriter out) {
        var table = new Table("ACCOUNT", "ASSET", "WHAT", "AMOUNT", "POSTED", "AVAILABLE", "VERSION");
        for (var entry : entries) {
            table.row(
                    entry.account(),
                    entry.asset(),
                    AnswerJson.camel(entry.kind().name()),
                    text(entry.amount()),
                    entry.after().posted(),
                    entry.after().available(),
                    entry.version());
        }
        table.print(out);
    }

    static void balances(List<Found.AccountBalances> accounts, PrintWriter out) {
        var table = new Table("ACCOUNT", "ASSET", "POSTED", "AVAILABLE", "DEBITS HELD", "CREDITS HELD", "VERSION");
        for (var account : accounts) {
            var balances = account.balances();
            table.row(
                    account.account(),
                    account.asset(),
                    balances.posted(),
                    balances.available(),
                    balances.debitsPending(),
                    balances.creditsPending(),
                    account.version());
        }
        table.print(out);
    }

    static void accounts(List<Account> accounts, PrintWriter out) {
        var table = new Table(
                "ACCOUNT", "ASSET", "POSTED", "AVAILABLE", "LOWER", "UPPER", "CODE", "STATE", "VERSION", "SINCE");
        for (var account : accounts) {
            table.row(
                    account.address(),
                    account.asset(),
                    account.balances().posted(),
                    account.balances().available(),
                    text(account.limits().lower()),
                    text(account.limits().upper()),
                    account.code(),
                    account.closed() ? "closed" : account.opened() ? "open" : account.version() > 0 ? "used" : "unused",
                    account.version(),
                    account.since().map(Object::toString).orElse(""));
        }
        table.print(out);
    }

    static void history(List<Found.HistoryEntry> entries, PrintWriter out) {
        var table =
                new Table("POSITION", "TIME", "ASSET", "WHAT", "AMOUNT", "POSTED", "CODE", "METADATA", "TRANSACTION");
        for (var one : entries) {
            table.row(
                    one.at().position(),
                    one.committed(),
                    one.entry().asset(),
                    AnswerJson.camel(one.entry().kind().name()),
                    text(one.entry().amount()),
                    one.entry().after().posted(),
                    one.code(),
                    pairs(one.metadata()),
                    one.transaction());
        }
        table.print(out);
    }

    static String pairs(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String text(Optional<BigInteger> value) {
        return value.map(BigInteger::toString).orElse("");
    }
}
