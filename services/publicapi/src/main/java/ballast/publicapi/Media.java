package ballast.publicapi;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/// What a route reads and writes.
enum Media {
    /// The plain interface and the probes. It answers in text, whatever the client would like.
    TEXT("", ""),
    JSON("application/json", "application/json, application/problem+json"),
    /// One JSON object a line.
    LINES("application/x-ndjson, application/ndjson", "application/x-ndjson"),
    EVENTS("", "text/event-stream");

    private static final String IDENTITY = "identity";

    /// Types, the usual one first.
    private final String read;

    private final String written;

    Media(String read, String written) {
        this.read = read;
        this.written = written;
    }

    /// Whether the answer and errors about it are JSON.
    boolean isStructured() {
        return this != TEXT;
    }

    /// @throws HttpRefusedException 415 unless the body that a request announces is one that is read here
    void requireReadable(HttpServerRequest request) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase(IDENTITY)) {
            throw new HttpRefusedException(HttpReply.error(415, "the body is compressed (expected: plain)"));
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var plain = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceFirst(" *; *charset=\"?utf-8\"?$", "");
        if (!types(read).contains(plain)) {
            throw new HttpRefusedException(HttpReply.error(
                    415,
                    "the body's Content-Type is not known (expected: %s)"
                            .formatted(types(read).getFirst())));
        }
    }

    /// @throws HttpRefusedException 406 if the client takes nothing that is written here
    void requireAcceptable(HttpServerRequest request) {
        var accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (!accepted.isEmpty() && accepted.stream().noneMatch(this::isAccepted)) {
            throw new HttpRefusedException(HttpReply.error(
                    406,
                    "nothing that Accept names is written here (written: %s)"
                            .formatted(types(written).getFirst())));
        }
    }

    /// A range of weight 0 is no different from one that is not there; RFC 9110, section 12.5.1.
    private boolean isAccepted(String header) {
        for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var range = part.split(";", -1);
            boolean refused = false;
            for (int place = 1; place < range.length; place++) {
                refused |= range[place].strip().matches("q=0(\\.0{0,3})?");
            }
            if (!refused && isWritten(range[0].strip())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWritten(String range) {
        if (range.equals("*/*") || range.isEmpty()) {
            return true;
        }
        return types(written).stream()
                .anyMatch(type -> type.equals(range) || range.equals(type.substring(0, type.indexOf('/')) + "/*"));
    }

    private static List<String> types(String joined) {
        return List.of(joined.split(", ", -1));
    }
}
