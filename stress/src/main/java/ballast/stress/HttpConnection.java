package ballast.stress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;

/// One HTTP/1.1 connection with one request at a time, kept alive while the server allows it.
///
/// A load generator shares its machine with the server, so its own work counts: at 200 connections on two cores a
/// request took 17 µs of processor time this way and 65 µs with `java.net.http.HttpClient`. It reads what small API
/// servers send: a length, chunks, or an end by closing.
///
/// Used by one thread.
final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final int HEAD_LINES_MAX = 100;
    private static final int LINE_BYTES_MAX = 8_192;
    private static final int BODY_BYTES_MAX = 65_536;

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[LINE_BYTES_MAX];
    private boolean reusable = true;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), LINE_BYTES_MAX);
    }

    static HttpConnection open(URI url) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            int port = url.getPort() < 0 ? 80 : url.getPort();
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS_MAX);
            return new HttpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Sends a whole request and reads the whole answer.
    ///
    /// @throws IOException when the connection is lost or the answer is not HTTP; the request may
    /// have been carried out
    Reply exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return readReply();
    }

    /// Whether the server allows another request on this connection.
    boolean reusable() {
        return reusable;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Reply readReply() throws IOException {
        String status = readLine();
        if (!status.startsWith("HTTP/1.") || status.length() < 12) {
            throw new IOException("not an HTTP answer: " + status);
        }
        reusable = status.startsWith("HTTP/1.1");
        int length = -1;
        boolean chunked = false;
        var position = OptionalLong.empty();
        String header = readLine();
        for (int lines = 1; !header.isEmpty(); header = readLine(), lines++) {
            if (lines > HEAD_LINES_MAX) {
                throw new IOException("more than " + HEAD_LINES_MAX + " header lines");
            }
            int colon = header.indexOf(':');
            String name = header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = (int) number(value, 10, BODY_BYTES_MAX);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> reusable &= !value.equalsIgnoreCase("close");
                case "ballast-position" -> position = OptionalLong.of(number(value, 10, Long.MAX_VALUE));
                default -> {} // other headers say nothing about money
            }
        }
        int code = (int) number(status.substring(9, 12), 10, 999);
        return new Reply(code, readBody(chunked, length), position);
    }

    private String readBody(boolean chunked, int length) throws IOException {
        if (chunked) {
            return readChunks();
        }
        if (length >= 0) {
            return text(readExactly(length));
        }
        reusable = false;
        byte[] body = in.readNBytes(BODY_BYTES_MAX + 1);
        checkBodyLength(body.length);
        return text(body);
    }

    private String readChunks() throws IOException {
        var body = new StringBuilder();
        while (true) {
            int length = (int) number(readLine(), 16, BODY_BYTES_MAX);
            body.append(text(readExactly(length)));
            checkBodyLength(body.length());
            String end = readLine();
            if (!end.isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
            if (length == 0) {
                return body.toString();
            }
        }
    }

    private static void checkBodyLength(int length) throws IOException {
        if (length > BODY_BYTES_MAX) {
            throw new IOException("the answer has more than " + BODY_BYTES_MAX + " bytes");
        }
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended inside an answer");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended before the answer did");
            }
            if (length == LINE_BYTES_MAX) {
                throw new IOException("a header line has more than " + LINE_BYTES_MAX + " bytes");
            }
            line[length++] = (byte) b;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static long number(String digits, int radix, long max) throws IOException {
        try {
            long value = Long.parseLong(digits.strip(), radix);
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a number: " + digits, e);
        }
        throw new IOException("out of range: " + digits);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
