package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class HttpConnectionTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// `~` stands for the end of a line.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # answer                                                              | code | body | position | reusable
            HTTP/1.1 200 OK~Content-Length: 3~~-17                                | 200  | -17  |          | true
            HTTP/1.1 200 OK~content-length:3~BALLAST-POSITION: 9~~-17             | 200  | -17  | 9        | true
            HTTP/1.1 503~Content-Length: 0~Connection: close~~                    | 503  | ''   |          | false
            HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~-1~1~7~0~~              | 200  | -17  |          | true
            HTTP/1.1 200 OK~~-17                                                  | 200  | -17  |          | false
            HTTP/1.0 200 OK~Content-Length: 3~~-17                                | 200  | -17  |          | false
            """)
    void readsAnAnswer(String answer, int code, String body, String position, boolean reusable) throws Exception {
        try (var server = new CannedServer(answer);
                var connection = HttpConnection.open(server.url())) {
            var expected = position == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(position));

            assertThat(connection.exchange(REQUEST)).isEqualTo(new Reply(code, body, expected));
            assertThat(connection.reusable()).isEqualTo(reusable);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # answer                                                  | what is wrong
            ''                                                        | the connection ended before the answer did
            HTTP/1.1 200 OK                                           | the connection ended before the answer did
            SSH-2.0-server~                                           | not an HTTP answer: SSH-2.0-server
            HTTP/1.1 2xx OK~~                                         | not a number: 2xx
            HTTP/1.1 200 OK~Content-Length: 4~~-17                    | the connection ended inside an answer
            HTTP/1.1 200 OK~Content-Length: -1~~                      | out of range: -1
            HTTP/1.1 200 OK~Content-Length: 65537~~                   | out of range: 65537
            HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~-17~0~~     | a chunk is longer than it says
            HTTP/1.1 200 OK~LONG~~                                    | a header line has more than 8192 bytes
            HTTP/1.1 200 OK~MANY~~                                    | more than 100 header lines
            HTTP/1.1 200 OK~~HUGE                                     | the answer has more than 65536 bytes
            """)
    void refusesWhatIsNoAnswer(String answer, String message) throws Exception {
        String sent = answer.replace("LONG", "x".repeat(8_193))
                .replace("MANY", "x: y~".repeat(101))
                .replace("HUGE", "1".repeat(65_537));
        try (var server = new CannedServer(sent);
                var connection = HttpConnection.open(server.url())) {
            assertThatIOException()
                    .isThrownBy(() -> connection.exchange(REQUEST))
                    .withMessage(message);
        }
    }

    /// Takes one connection, reads one request's first line, sends what it was given, and closes.
    private static final class CannedServer implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final java.util.concurrent.ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

        CannedServer(String answer) throws IOException {
            Callable<Void> serve = () -> {
                try (Socket socket = listener.accept()) {
                    socket.getInputStream().readNBytes(REQUEST.length);
                    socket.getOutputStream().write(answer.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                return null;
            };
            var _ = thread.submit(serve);
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            listener.close();
            thread.shutdownNow();
        }
    }
}
