package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.LateVirtualMachine;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Frames that only an attacker sends end the connection, and nothing else.
final class Http2AttacksSpec {
    private static final int STREAMS_MAX = 10;
    private static final int RESETS_MAX = 20;
    private static final LateVirtualMachine LEDGER = new LateVirtualMachine(new FakeVirtualMachine());
    private static final RunningServer SERVER =
            new RunningServer(LEDGER, Limits.http2(STREAMS_MAX, RESETS_MAX), Limits.patient());
    private static final int WHOLE = Http2Frames.END_HEADERS | Http2Frames.END_STREAM;

    @AfterAll
    static void stop() {
        LEDGER.answerAll();
        SERVER.close();
    }

    @Test
    void resettingStreamsAsFastAsTheyAreOpenedEndsTheConnection() {
        try (var connection = http2()) {
            connection.send(streams(
                    RESETS_MAX + 2,
                    stream -> Http2Frames.headers(WHOLE, stream, Http2Frames.request("GET", "/api/balance?from=a"))
                            + Http2Frames.reset(stream)));
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void moreStreamsThanAllowedAreRefusedOneByOneUntilTheConnectionEnds() {
        try (var connection = http2()) {
            int before = LEDGER.waiting();
            connection.send(streams(
                    STREAMS_MAX + 1,
                    stream -> Http2Frames.headers(WHOLE, stream, Http2Frames.request("GET", "/api/balance?from=a"))));
            Eventually.holds("the allowed streams have arrived", () -> LEDGER.waiting() == before + STREAMS_MAX);
            connection.send(streams(
                    RESETS_MAX + STREAMS_MAX + 5,
                    stream -> stream < 2 * STREAMS_MAX + 3
                            ? ""
                            : Http2Frames.headers(WHOLE, stream, Http2Frames.request("GET", "/api/balance?from=a"))));
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(LEDGER.waiting()).isEqualTo(before + STREAMS_MAX);
        }
    }

    @Test
    void anEndlessHeaderBlockEndsTheConnection() {
        try (var connection = http2()) {
            connection.send(
                    Http2Frames.headers(Http2Frames.END_STREAM, 1, Http2Frames.request("GET", "/api/balance?from=a")));
            assertThat(connection.dripUntilClosed(Http2Frames.continuation(0, 1, Http2Frames.header("x", "y"))))
                    .isTrue();
        }
    }

    @Test
    void headersThatAreTooLargeReachNothing() {
        try (var connection = http2()) {
            int before = LEDGER.waiting();
            var large = IntStream.range(0, 90)
                    .mapToObj(number -> Http2Frames.header("x" + number, "y".repeat(100)))
                    .collect(Collectors.joining());
            connection.send(Http2Frames.headers(WHOLE, 1, Http2Frames.request("GET", "/api/balance?from=a") + large));
            connection.send(Http2Frames.headers(WHOLE, 3, Http2Frames.request("GET", "/api/balance?from=b")));
            Eventually.holds("the request that follows has arrived", () -> LEDGER.waiting() > before);
            assertThat(LEDGER.waiting()).isEqualTo(before + 1);
        }
    }

    @Test
    void aRequestWithoutAPathReachesNothing() {
        try (var connection = http2()) {
            int before = LEDGER.waiting();
            connection.send(Http2Frames.headers(WHOLE, 1, Http2Frames.header(":method", "GET")));
            connection.send(Http2Frames.headers(WHOLE, 3, Http2Frames.request("GET", "/api/balance?from=b")));
            Eventually.holds("the request that follows has arrived", () -> LEDGER.waiting() > before);
            assertThat(LEDGER.waiting()).isEqualTo(before + 1);
        }
    }

    @Test
    void aLengthThatIsNoNumberReachesNothing() {
        int before = LEDGER.waiting();
        for (var length : List.of("abc", "-1", "+1", "1,2", "99999999999999999999")) {
            try (var connection = http2()) {
                connection.send(Http2Frames.headers(
                        WHOLE,
                        1,
                        Http2Frames.request("POST", "/api/transfer?from=a&to=b&amount=1")
                                + Http2Frames.header("content-length", length)));
                connection.send(Http2Frames.ping());
                assertThat(connection.isClosedByServerOrAnswers("\6\1")).isTrue();
            }
        }
        assertThat(LEDGER.waiting()).isEqualTo(before);
    }

    private static RawConnection http2() {
        return SERVER.connect().send(Http2Frames.PREFACE).send(Http2Frames.settings());
    }

    /// Frames for the first streams of a client, which have odd numbers.
    private static String streams(int count, IntFunction<String> frames) {
        return IntStream.range(0, count)
                .mapToObj(number -> frames.apply(2 * number + 1))
                .collect(Collectors.joining());
    }
}
