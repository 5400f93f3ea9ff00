package ballast.publicapi;

/// How much the public server takes at once, of anything.
///
/// @param connectionsMax open connections; one more is closed as soon as it is accepted. Default 10,000.
/// @param inFlightMax requests whose answer is awaited; one more is answered 503. Default 20,000.
/// @param requestLineBytesMax bytes of a request line (HTTP/1.1); a longer one is answered 414. Default 4,096.
/// @param headersBytesMax bytes of all headers of a request, gRPC metadata too; more is answered 431. Default 8,192.
/// @param bodyBytesMax bytes of a body of `/api`; a longer one is answered 413. Default 65,536.
/// @param messageBytesMax bytes of a gRPC request, of a body of `/v1` and of a line of an import; a longer one is
/// answered
///     RESOURCE_EXHAUSTED or 413. Default 1,048,576.
/// @param batchBytesMax as above, where many transactions are asked for at once. Default 4,194,304.
/// @param streamsMax open streams of an HTTP/2 connection; one more is refused. Default 100.
/// @param resetsMax streams that an HTTP/2 connection may see reset within 30 seconds, by either side; one more closes
///     it. Default 200.
/// @param unreadBytesMax bytes of answers that wait for a client to read, beyond what the system's buffers hold; more
///     closes the connection. A page of metrics must fit. Default 1,048,576.
/// @param watchersMax open change streams; one more is answered 503. Default 1,000.
/// @param importsMax open imports; one more is answered 503. Default 32.
public record SizeLimits(
        int connectionsMax,
        int inFlightMax,
        int requestLineBytesMax,
        int headersBytesMax,
        int bodyBytesMax,
        int messageBytesMax,
        int batchBytesMax,
        int streamsMax,
        int resetsMax,
        int unreadBytesMax,
        int watchersMax,
        int importsMax) {

    public static SizeLimits defaults() {
        return new SizeLimits(
                10_000, 20_000, 4_096, 8_192, 65_536, 1_048_576, 4_194_304, 100, 200, 1_048_576, 1_000, 32);
    }

    public SizeLimits withConnectionsMax(int connections) {
        return new SizeLimits(
                connections,
                inFlightMax,
                requestLineBytesMax,
                headersBytesMax,
                bodyBytesMax,
                messageBytesMax,
                batchBytesMax,
                streamsMax,
                resetsMax,
                unreadBytesMax,
                watchersMax,
                importsMax);
    }

    public SizeLimits withInFlightMax(int requests) {
        return new SizeLimits(
                connectionsMax,
                requests,
                requestLineBytesMax,
                headersBytesMax,
                bodyBytesMax,
                messageBytesMax,
                batchBytesMax,
                streamsMax,
                resetsMax,
                unreadBytesMax,
                watchersMax,
                importsMax);
    }

    /// Every limit is at least 1.
    public SizeLimits {
        requirePositive("connectionsMax", connectionsMax);
        requirePositive("inFlightMax", inFlightMax);
        requirePositive("requestLineBytesMax", requestLineBytesMax);
        requirePositive("headersBytesMax", headersBytesMax);
        requirePositive("bodyBytesMax", bodyBytesMax);
        requirePositive("messageBytesMax", messageBytesMax);
        requirePositive("batchBytesMax", batchBytesMax);
        requirePositive("streamsMax", streamsMax);
        requirePositive("resetsMax", resetsMax);
        requirePositive("unreadBytesMax", unreadBytesMax);
        requirePositive("watchersMax", watchersMax);
        requirePositive("importsMax", importsMax);
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("%s is %d (at least: 1)".formatted(name, limit));
        }
    }
}
