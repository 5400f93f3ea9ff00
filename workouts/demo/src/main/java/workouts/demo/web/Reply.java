package workouts.demo.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is sent back. Its bytes are never written to.
final class Reply {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /// @param headers besides those that every answer has
    Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    static Reply of(int status, String type, String cache, byte[] body) {
        return new Reply(status, Map.of("Content-Type", List.of(type), "Cache-Control", List.of(cache)), body);
    }

    static Reply json(int status, String json) {
        return of(status, "application/json", "no-store", json.getBytes(StandardCharsets.UTF_8));
    }

    /// A refusal as the services say it.
    ///
    /// @param slug and message: texts of this package, without quotes
    static Reply problem(int status, String slug, String message) {
        return json(status, "{\"slug\":\"%s\",\"message\":\"%s\"}".formatted(slug, message));
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Reply with(String header, String value) {
        var more = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, List.of(value));
        return new Reply(status, more, body);
    }
}
