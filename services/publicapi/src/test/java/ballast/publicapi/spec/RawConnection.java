package ballast.publicapi.spec;

import java.io.BufferedInputStream;
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

/// A connection that sends exactly what the test says, right or wrong, byte by byte.
final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket = new Socket();
    private final InputStream input;

    RawConnection(int port) {
        try {
            socket.setReceiveBufferSize(4_096);
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
        return send("%s HTTP/1.1\r\nHost: ledger\r\n%s%s\r\n%s".formatted(line, headers, length, body));
    }

    /// The next response, whatever its status.
    RawResponse response() {
        return RawResponse.read(input, false);
    }

    /// The response to a HEAD request: it names a length and has no body.
    RawResponse responseToHead() {
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

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
