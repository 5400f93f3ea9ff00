package ballast.stress;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// One caller of a ledger server: `GET /api/balance?from=A` and `POST /api/transfer?from=A&to=B&amount=N`.
///
/// A transfer carries an `Idempotency-Key`. While nobody can say what became of it (the connection was lost, or the
/// server answers 5xx), it is repeated with the same key, a bounded number of times with growing pauses between.
///
/// Used by one thread.
final class LedgerClient implements AutoCloseable {
    static final int ATTEMPTS_MAX = 8;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final int DIGITS_MAX = 40;

    private final URI url;
    private final String basePath;
    private final LongAdder repeats;
    private Optional<HttpConnection> connection = Optional.empty();

    /// @param repeats counts the requests that were sent again
    LedgerClient(URI url, LongAdder repeats) {
        this.url = url;
        this.basePath = url.getRawPath().replaceAll("/+$", "");
        this.repeats = repeats;
    }

    Fate transfer(UUID key, String from, String to, long amount) {
        String target = "/api/transfer?from=" + from + "&to=" + to + "&amount=" + amount;
        byte[] request = request("POST", target, "Idempotency-Key: " + key + "\r\nContent-Length: 0\r\n");
        try {
            Reply reply = exchangeUntilDecided(request);
            if (!reply.ok()) {
                return new Fate.Refused(reply.summary());
            }
            return new Fate.Acknowledged(integer(reply), reply.position());
        } catch (IOException e) {
            return new Fate.Unknown(key + " from " + from + " to " + to + ": " + e.getMessage());
        }
    }

    /// @throws IOException when no attempt got a balance
    BigInteger balance(String account) throws IOException {
        Reply reply = exchangeUntilDecided(request("GET", "/api/balance?from=" + account, ""));
        if (!reply.ok()) {
            throw new IOException("balance of " + account + ": " + reply.summary());
        }
        return integer(reply);
    }

    @Override
    public void close() {
        connection.ifPresent(LedgerClient::closeQuietly);
        connection = Optional.empty();
    }

    private Reply exchangeUntilDecided(byte[] request) throws IOException {
        String last = "";
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            if (attempt > 1) {
                repeats.increment();
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << (attempt - 2));
            }
            try {
                Reply reply = exchange(request);
                if (!reply.undecided()) {
                    return reply;
                }
                last = reply.summary();
            } catch (IOException e) {
                close();
                last = String.valueOf(e.getMessage());
            }
        }
        throw new IOException("no decision after " + ATTEMPTS_MAX + " attempts, last: " + last);
    }

    private Reply exchange(byte[] request) throws IOException {
        if (connection.isEmpty()) {
            connection = Optional.of(HttpConnection.open(url));
        }
        HttpConnection open = connection.get();
        Reply reply = open.exchange(request);
        if (!open.reusable()) {
            close();
        }
        return reply;
    }

    private byte[] request(String method, String target, String headers) {
        String head = method + " " + basePath + target + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + headers;
        return (head + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static BigInteger integer(Reply reply) throws IOException {
        String digits = reply.body().strip();
        try {
            if (digits.length() <= DIGITS_MAX) {
                return new BigInteger(digits);
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a balance: " + reply.summary(), e);
        }
        throw new IOException("not a balance: " + reply.summary());
    }

    private static void closeQuietly(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // the connection is given up either way, and its answer was read or is asked for again
            return;
        }
    }
}
