package ballast.cli;

import ballast.client.Account;
import ballast.client.Balances;
import ballast.client.Entry;
import ballast.client.Found;
import ballast.client.Outcome;
import ballast.client.RecordedTransaction;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes answers in the JSON of the public interface, one object a line: numbers that may pass 2^53 as strings.
final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonGenerator json;

    private AnswerJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the members of one object.
    interface Members {
        void write(AnswerJson json) throws IOException;
    }

    /// One line with one object.
    static String line(Members members) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            members.write(new AnswerJson(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return text.toString();
    }

    static String of(Outcome outcome) {
        return line(json -> json.outcome(outcome));
    }

    static String of(RecordedTransaction recorded) {
        return line(json -> {
            json.outcome(recorded.outcome());
            var transaction = recorded.transaction();
            json.json.writeNumberField("code", transaction.code());
            json.metadata(transaction.metadata());
            json.time("effectiveTime", transaction.effectiveTime());
        });
    }

    static String of(long position, Account account) {
        return line(json -> {
            json.digits("position", BigInteger.valueOf(position));
            json.name(account.address(), account.asset());
            json.counters("balances", account.balances());
            json.derived(account.balances());
            json.json.writeObjectFieldStart("limits");
            json.digits("lower", account.limits().lower());
            json.digits("upper", account.limits().upper());
            json.json.writeEndObject();
            json.json.writeNumberField("code", account.code());
            json.json.writeBooleanField("opened", account.opened());
            json.json.writeBooleanField("closed", account.closed());
            json.digits("version", BigInteger.valueOf(account.version()));
            json.time("since", account.since());
        });
    }

    static String of(long position, Found.AccountBalances account) {
        return line(json -> {
            json.digits("position", BigInteger.valueOf(position));
            json.name(account.account(), account.asset());
            json.counters("balances", account.balances());
            json.derived(account.balances());
            json.digits("version", BigInteger.valueOf(account.version()));
        });
    }

    static String of(Found.HistoryEntry entry) {
        return line(json -> {
            json.digits("position", BigInteger.valueOf(entry.at().position()));
            json.json.writeStringField("transaction", entry.transaction().toString());
            json.time("time", Optional.of(entry.committed()));
            json.time("effectiveTime", Optional.of(entry.effective()));
            json.json.writeNumberField("code", entry.code());
            json.metadata(entry.metadata());
            json.entry(entry.entry());
        });
    }

    JsonGenerator generator() {
        return json;
    }

    private void outcome(Outcome outcome) throws IOException {
        json.writeStringField("id", outcome.id().toString());
        digits("position", BigInteger.valueOf(outcome.position()));
        time("time", Optional.of(outcome.time()));
        switch (outcome) {
            case Outcome.Committed committed -> {
                json.writeStringField("outcome", "committed");
                json.writeArrayFieldStart("entries");
                for (var entry : committed.entries()) {
                    json.writeStartObject();
                    entry(entry);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Outcome.Refused refused -> {
                json.writeStringField("outcome", "refused");
                json.writeStringField("reason", refused.reason().name());
                if (refused.leg().isPresent()) {
                    json.writeNumberField("leg", refused.leg().getAsInt());
                }
                if (refused.condition().isPresent()) {
                    json.writeNumberField("condition", refused.condition().getAsInt());
                }
            }
        }
    }

    private void entry(Entry entry) throws IOException {
        json.writeNumberField("leg", entry.leg());
        name(entry.account(), entry.asset());
        json.writeStringField("kind", camel(entry.kind().name()));
        digits("amount", entry.amount());
        counters("after", entry.after());
        digits("version", BigInteger.valueOf(entry.version()));
    }

    private void name(String account, String asset) throws IOException {
        json.writeStringField("account", account);
        json.writeStringField("asset", asset);
    }

    private void counters(String name, Balances balances) throws IOException {
        json.writeObjectFieldStart(name);
        digits("debitsPosted", balances.debitsPosted());
        digits("creditsPosted", balances.creditsPosted());
        digits("debitsPending", balances.debitsPending());
        digits("creditsPending", balances.creditsPending());
        json.writeEndObject();
    }

    private void derived(Balances balances) throws IOException {
        digits("posted", balances.posted());
        digits("available", balances.available());
    }

    private void metadata(Map<String, String> metadata) throws IOException {
        json.writeObjectFieldStart("metadata");
        for (var pair : metadata.entrySet()) {
            json.writeStringField(pair.getKey(), pair.getValue());
        }
        json.writeEndObject();
    }

    private void digits(String name, BigInteger value) throws IOException {
        json.writeStringField(name, value.toString());
    }

    private void digits(String name, Optional<BigInteger> value) throws IOException {
        if (value.isPresent()) {
            digits(name, value.get());
        }
    }

    private void time(String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, TIME.format(time.get()));
        }
    }

    /// `DEBIT_HELD` is debitHeld there.
    static String camel(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_", -1);
        var camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return camel.toString();
    }
}
