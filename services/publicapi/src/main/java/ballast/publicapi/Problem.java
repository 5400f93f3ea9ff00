package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.publicapi.json.MalformedJsonException;
import ballast.types.protocol.v1.Outcome;
import com.google.protobuf.ByteString;
import java.util.Locale;
import java.util.Map;

/// Errors as RFC 9457 has them: a type that programs can tell apart, and a detail that says people how to mend it.
final class Problem {
    private static final String REFUSAL = "urn:ballast:refusal:";
    private static final String PROBLEM = "urn:ballast:problem:";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Invalid request"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(408, "Too slow"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(417, "Expectation failed"),
            Map.entry(500, "Internal failure"),
            Map.entry(503, "Unavailable"),
            Map.entry(504, "No answer in time"));

    private Problem() {}

    static HttpReply of(int status, String detail) {
        return HttpReply.problem(status, begun(status, detail).end());
    }

    static HttpReply of(InvalidArgumentException invalid) {
        return invalid(invalid.parameter(), invalid.problem());
    }

    static HttpReply of(MalformedJsonException malformed) {
        return invalid(malformed.path(), malformed.problem());
    }

    /// A call that failed, of a read.
    static HttpReply ofRead(Throwable why) {
        return why instanceof InvalidArgumentException invalid ? of(invalid) : failed(Statuses.ofRead(why));
    }

    /// A call that failed, of transactions that have their ids.
    static HttpReply ofTransaction(Throwable why) {
        return why instanceof InvalidArgumentException invalid ? of(invalid) : failed(Statuses.ofTransaction(why));
    }

    static HttpReply refusal(ByteString id, Outcome outcome) {
        var reason = outcome.getRefused().getReason();
        var statuses = Statuses.of(reason);
        var out = new JsonWriter()
                .text("type", REFUSAL + RefusalStatuses.name(reason))
                .text("title", RefusalStatuses.title(reason))
                .number("status", statuses.http())
                .text("detail", statuses.text());
        OutcomeJson.writeFate(out, id, outcome);
        return HttpReply.problem(statuses.http(), out.end());
    }

    /// Writes what is wrong with a part of a request, as a member of an answer.
    static void writeInvalid(JsonWriter out, String field, String problem) {
        write(out, 400, detail(field, problem));
        if (!field.isEmpty()) {
            out.text("field", field);
        }
    }

    static void write(JsonWriter out, int status, String detail) {
        var title = TITLES.getOrDefault(status, "Error");
        out.text("type", PROBLEM + title.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .text("title", title)
                .number("status", status)
                .text("detail", detail);
    }

    private static HttpReply invalid(String field, String problem) {
        var out = new JsonWriter();
        writeInvalid(out, field, problem);
        return HttpReply.problem(400, out.end());
    }

    private static HttpReply failed(Statuses statuses) {
        return of(statuses.http(), statuses.text());
    }

    private static JsonWriter begun(int status, String detail) {
        var out = new JsonWriter();
        write(out, status, detail);
        return out;
    }

    private static String detail(String field, String problem) {
        return field.isEmpty() ? problem : "%s: %s".formatted(field, problem);
    }
}
