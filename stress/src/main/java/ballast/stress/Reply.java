package ballast.stress;

import java.util.OptionalLong;

/// What a server said to one request.
///
/// @param position value of the `Ballast-Position` header, from servers that send one
record Reply(int status, String body, OptionalLong position) {
    boolean ok() {
        return status == 200;
    }

    /// Whether the server could not say what became of the request, or did nothing and asks for a repeat.
    boolean undecided() {
        return status >= 500;
    }

    /// The reply in a few words, for a report.
    String summary() {
        String line = body.strip();
        return status + " " + (line.length() > 100 ? line.substring(0, 100) + "…" : line);
    }
}
