package ballast.publicapi;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// The head and the trailers of a gRPC answer.
final class GrpcHeaders {
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("application/grpc");
    private static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("grpc-accept-encoding");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence STATUS = HttpHeaders.createOptimized("grpc-status");
    private static final CharSequence MESSAGE = HttpHeaders.createOptimized("grpc-message");
    private static final CharSequence TRANSACTION_ID = HttpHeaders.createOptimized("ballast-transaction-id");

    private GrpcHeaders() {}

    static void writeHead(HttpServerResponse response) {
        var headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        headers.set(ACCEPT_ENCODING, IDENTITY);
    }

    static void writeOk(HttpServerResponse response) {
        response.trailers().set(STATUS, "0");
    }

    /// A failure before any message has its status in the headers: "trailers only".
    static void writeFailure(HttpServerResponse response, GrpcReply reply) {
        writeHead(response);
        var headers = response.headers();
        headers.set(STATUS, Integer.toString(reply.status().code()));
        headers.set(MESSAGE, percentEncoded(reply.text()));
        if (!reply.transactionId().isEmpty()) {
            headers.set(TRANSACTION_ID, reply.transactionId());
        }
    }

    /// A failure after the head.
    static void writeTrailers(HttpServerResponse response, GrpcReply reply) {
        response.trailers().set(STATUS, Integer.toString(reply.status().code()));
        response.trailers().set(MESSAGE, percentEncoded(reply.text()));
    }

    /// All our texts are printable ASCII, so only the escape must be escaped; and `+`, which some clients take for a
    /// blank.
    private static String percentEncoded(String text) {
        return text.replace("%", "%25").replace("+", "%2B");
    }
}
