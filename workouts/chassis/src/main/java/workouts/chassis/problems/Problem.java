package workouts.chassis.problems;

import java.time.Duration;
import java.util.regex.Pattern;

/// Why something was not done, said so that the boundary can answer it as it is.
///
/// The slug is for programs: lower-case words with hyphens, from the lists in the contracts. The message is for
/// the caller and holds nothing that the caller does not know already.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Kind kind;
    private final String slug;
    private final Duration retryAfter;

    public Problem(Kind kind, String slug, String message) {
        this(kind, slug, message, Duration.ofSeconds(1));
    }

    /// @param retryAfter when it is worth another try; told only where the kind says that it is
    public Problem(Kind kind, String slug, String message, Duration retryAfter) {
        // a refusal is an answer, and nobody reads where in the code it came from
        super(message, null, false, !kind.isRefusal());
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("no slug: " + slug);
        }
        this.kind = kind;
        this.slug = slug;
        this.retryAfter = retryAfter;
    }

    public static Problem malformed(String message) {
        return new Problem(Kind.MALFORMED, "invalid-request", message);
    }

    public static Problem unavailable() {
        return new Problem(Kind.UNAVAILABLE, "unavailable", "a part of the service cannot be reached, try again");
    }

    public static Problem fault() {
        return new Problem(Kind.FAULT, "internal-server-error", "something went wrong here");
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    /// What the caller is told; never null, as the constructor demands it.
    public String text() {
        return String.valueOf(getMessage());
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    public ProblemBody body() {
        return new ProblemBody(slug, text());
    }
}
