package ballast.publicapi.spec;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;

/// A connection that sends exactly what the test says, right or wrong, byte by byte.
final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3}) ");

    private static final int DRIP_MILLIS = 10;

    /// The request lines whose responses have not been read.
    private final Queue<String> asked = new ArrayDeque<>();

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Socket socket = new Socket();
    private final InputStream input;

    /// @param receiveBytes what the system takes for us that we have not read yet. With little of it a server is soon
    ///     held up, but the system lets so little through then, and so rarely, that much takes minutes.
    RawConnection(int port, int receiveBytes) {
        try {
            socket.setReceiveBufferSize(receiveBytes);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            input = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One character a byte.
    RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a request with a Host header, more headers (each ended by CRLF) and a body with its length.
    RawConnection request(String line, String headers, String body) {
        var length = body.isEmpty() ? "" : "Content-Length: %d\r\n".formatted(body.length());
        asked.add(line);
        return send("%s HTTP/1.1\r\nHost: ledger\r\n%s%s\r\n%s".formatted(line, headers, length, body));
    }

    /// The next response, whatever its status.
    RawResponse response() {
        var response = RawResponse.read(input, false);
        if (!asked.isEmpty()) {
            OpenApi.requireDescribed(asked.remove(), response);
        }
        return response;
    }

    /// The response to a HEAD request: it names a length and has no body.
    RawResponse responseToHead() {
        asked.poll();
        return RawResponse.read(input, true);
    }

    /// Waits until the server closes the connection; false if it does not within a bound that no test should need.
    boolean isClosedByServer() {
        try {
            while (input.read() >= 0) {
                // What was sent before the end does not matter here.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a text again and again, a piece at a time and never the end of it, until the server closes the connection;
    /// false if it does not within a bound.
    boolean dripUntilClosed(String piece) {
        return dripUntilClosed(piece, () -> {});
    }

    /// As above, and does something after each piece.
    boolean dripUntilClosed(String piece, Runnable afterEach) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            socket.setSoTimeout(DRIP_MILLIS);
            while (System.nanoTime() < deadline) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                if (isEnded()) {
                    return true;
                }
                afterEach.run();
            }
            return false;
        } catch (SocketException e) {
            receiveWhatIsLeft();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads until a text has come, and gives everything up to there.
    String receivedUntil(String text) {
        try {
            while (!received().contains(text)) {
                int next = input.read();
                if (next < 0) {
                    throw new AssertionError("the connection ended after '%s'".formatted(received()));
                }
                received.write(next);
            }
            return received();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads so many more bytes.
    void receiveMore(int bytes) {
        try {
            received.writeBytes(input.readNBytes(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As [#receivedUntil], for a text so long that looking for its end after each byte takes too long.
    String receivedUntilQuickly(String text) {
        try {
            var tail = new StringBuilder();
            for (int next = input.read(); next >= 0; next = input.read()) {
                received.write(next);
                tail.append((char) next);
                if (next == '\n' || next == '\r') {
                    if (tail.toString().contains(text)) {
                        return received();
                    }
                    tail.setLength(0);
                }
            }
            throw new AssertionError("the connection ended before '%s'".formatted(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a text has come, or the end of the connection; false if neither does.
    boolean isClosedByServerOrAnswers(String text) {
        try {
            while (!received().contains(text)) {
                int next = input.read();
                if (next < 0) {
                    return true;
                }
                received.write(next);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that was received until the end.
    String received() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    private boolean isEnded() throws IOException {
        try {
            var bytes = new byte[4_096];
            int count = input.read(bytes);
            received.write(bytes, 0, Math.max(0, count));
            return count < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /// What came before the connection was reset is there still.
    private void receiveWhatIsLeft() {
        try {
            while (!isEnded()) {
                // the next piece
            }
        } catch (IOException e) {
            // The reset is the end.
            return;
        }
    }

    /// Says that nothing more will be sent.
    void shutdownOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The statuses of all responses until the server closes the connection.
    List<Integer> remainingStatuses() {
        var statuses = new ArrayList<Integer>();
        try {
            var rest = new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
            STATUS_LINE.matcher(rest).results().forEach(line -> statuses.add(Integer.valueOf(line.group(1))));
        } catch (SocketException e) {
            // A reset ends a connection, too.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statuses;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
