package ballast.publicapi;

import java.time.Duration;

/// How long the public server waits, for anything.
///
/// Deadlines count from the beginning of what they limit, not from the last byte: one byte a second keeps nothing open.
///
/// @param headersMax from the first byte of a request, or from the accepting of a connection, until the headers are
///     complete; then the connection is closed. Default 5 s.
/// @param bodyMax from the end of the headers until the body is complete; then the answer is 408. Default 5 s.
/// @param answerMax from the end of a request until its answer; then it is 504. Default 10 s.
/// @param unreadMax how long a client may leave an answer unread; then the connection is closed. Default 10 s.
/// @param idleMax from an answer until the next request; then the connection is closed. Default 60 s.
/// @param stopMax how long a stop waits for the requests in flight. Default 10 s.
/// @param stopNotice how long a stop goes on serving after `/readyz` has turned to 503, so that balancers notice.
///     Default 0 s.
/// @param heartbeat how often a change stream over HTTP that has nothing to tell says so. Default 15 s.
/// @param watchUnreadMax how long a change stream is kept whose client accepts nothing of what waits for it, though the
///     connection lives; then the stream is reset. One that has nothing to send is kept. Default 60 s.
public record TimeLimits(
        Duration headersMax,
        Duration bodyMax,
        Duration answerMax,
        Duration unreadMax,
        Duration idleMax,
        Duration stopMax,
        Duration stopNotice,
        Duration heartbeat,
        Duration watchUnreadMax) {

    /// Every limit but the notice is at least a millisecond.
    public TimeLimits {
        requirePositive("headersMax", headersMax);
        requirePositive("bodyMax", bodyMax);
        requirePositive("answerMax", answerMax);
        requirePositive("unreadMax", unreadMax);
        requirePositive("idleMax", idleMax);
        requirePositive("stopMax", stopMax);
        requirePositive("heartbeat", heartbeat);
        requirePositive("watchUnreadMax", watchUnreadMax);
        if (stopNotice.isNegative()) {
            throw new IllegalArgumentException("stopNotice is %s (at least: PT0S)".formatted(stopNotice));
        }
    }

    public static TimeLimits defaults() {
        var five = Duration.ofSeconds(5);
        var ten = Duration.ofSeconds(10);
        var minute = Duration.ofSeconds(60);
        return new TimeLimits(five, five, ten, ten, minute, ten, Duration.ZERO, Duration.ofSeconds(15), minute);
    }

    private static void requirePositive(String name, Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("%s is %s (at least: PT0.001S)".formatted(name, limit));
        }
    }
}
