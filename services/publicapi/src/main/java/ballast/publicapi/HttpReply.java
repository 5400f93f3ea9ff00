package ballast.publicapi;

import io.vertx.core.buffer.Buffer;

/// An answer of the HTTP interface, whole.
///
/// @param body empty for an error, which is written as the route writes errors
/// @param error what is wrong; empty if nothing is, or if the body says so
/// @param position value of Ballast-Position; negative for none
/// @param transactionId value of Ballast-Transaction-Id; empty for none
/// @param allow value of Allow; empty for none
record HttpReply(
        int status, String contentType, Buffer body, String error, long position, String transactionId, String allow) {
    static final String TEXT = "text/plain; charset=utf-8";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final long NO_POSITION = -1;

    static HttpReply ok(String body) {
        return page(TEXT, body);
    }

    static HttpReply page(String contentType, String body) {
        return new HttpReply(200, contentType, Buffer.buffer(body), "", NO_POSITION, "", "");
    }

    static HttpReply json(byte[] text) {
        return new HttpReply(200, JSON, Buffer.buffer(text), "", NO_POSITION, "", "");
    }

    /// An error with its description in the form of RFC 9457.
    static HttpReply problem(int status, byte[] text) {
        return new HttpReply(status, PROBLEM, Buffer.buffer(text), "", NO_POSITION, "", "");
    }

    static HttpReply error(int status, String problem) {
        return new HttpReply(status, TEXT, Buffer.buffer(), problem, NO_POSITION, "", "");
    }

    static HttpReply error(Statuses statuses) {
        return error(statuses.http(), statuses.text());
    }

    HttpReply at(long place) {
        return new HttpReply(status, contentType, body, error, place, transactionId, allow);
    }

    HttpReply about(String transaction) {
        return new HttpReply(status, contentType, body, error, position, transaction, allow);
    }

    HttpReply allowing(String methods) {
        return new HttpReply(status, contentType, body, error, position, transactionId, methods);
    }

    /// As it goes out: an error has its text, or its description.
    HttpReply written(boolean structured) {
        if (error.isEmpty()) {
            return this;
        }
        return structured
                ? Problem.of(status, error).at(position).about(transactionId).allowing(allow)
                : new HttpReply(status, TEXT, Buffer.buffer("error: " + error), "", position, transactionId, allow);
    }
}
