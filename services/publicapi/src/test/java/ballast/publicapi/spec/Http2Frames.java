package ballast.publicapi.spec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Frames of HTTP/2 (RFC 9113), right or wrong, as bytes; in strings, one character is one byte.
final class Http2Frames {
    static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;

    private static final int DATA = 0x0;
    private static final int HEADERS = 0x1;
    private static final int RST_STREAM = 0x3;
    private static final int SETTINGS = 0x4;
    private static final int PING = 0x6;
    private static final int WINDOW_UPDATE = 0x8;
    private static final int CONTINUATION = 0x9;
    private static final int INITIAL_WINDOW_SIZE = 0x4;
    private static final int ACK = 0x1;
    private static final int REFUSED_STREAM = 0x7;
    private static final int CANCEL = 0x8;

    private Http2Frames() {}

    static String settings() {
        return frame(SETTINGS, 0, 0, "");
    }

    /// With the window that each stream begins with.
    static String settingsWithWindow(int bytes) {
        return frame(SETTINGS, 0, 0, "\0" + (char) INITIAL_WINDOW_SIZE + number(bytes));
    }

    /// Lets the other side send so many more bytes.
    static String windowUpdate(int stream, int bytes) {
        return frame(WINDOW_UPDATE, 0, stream, number(bytes));
    }

    static String ping() {
        return ping(0);
    }

    static String ping(int number) {
        return frame(PING, 0, 0, number(0) + number(number));
    }

    /// The answer to a ping: whatever was sent before that has been taken in.
    static String pong(int number) {
        return frame(PING, ACK, 0, number(0) + number(number));
    }

    static String reset(int stream) {
        return frame(RST_STREAM, 0, stream, number(CANCEL));
    }

    /// What tells a client that nothing of its request was done.
    static String refused(int stream) {
        return frame(RST_STREAM, 0, stream, number(REFUSED_STREAM));
    }

    static String data(int flags, int stream, String payload) {
        return frame(DATA, flags, stream, payload);
    }

    static String headers(int flags, int stream, String block) {
        return frame(HEADERS, flags, stream, block);
    }

    static String continuation(int flags, int stream, String block) {
        return frame(CONTINUATION, flags, stream, block);
    }

    /// The header block of a request, without compression.
    static String request(String method, String path) {
        return header(":method", method)
                + header(":scheme", "http")
                + header(":path", path)
                + header(":authority", "ledger");
    }

    /// A header as a literal that is never indexed (RFC 7541, section 6.2.3). Names and values of up to 126 bytes.
    static String header(String name, String value) {
        return "\u0010" + (char) name.length() + name + (char) value.length() + value;
    }

    private static String number(int value) {
        return new String(ByteBuffer.allocate(Integer.BYTES).putInt(value).array(), StandardCharsets.ISO_8859_1);
    }

    private static String frame(int type, int flags, int stream, String payload) {
        var frame = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(9)
                .put((byte) (payload.length() >> 16))
                .putShort((short) payload.length())
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream);
        frame.writeBytes(head.array());
        frame.writeBytes(payload.getBytes(StandardCharsets.ISO_8859_1));
        return frame.toString(StandardCharsets.ISO_8859_1);
    }
}
