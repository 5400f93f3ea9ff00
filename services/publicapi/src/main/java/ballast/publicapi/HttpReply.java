package ballast.publicapi;

/// An answer of the HTTP interface: one line of text, or a page of metrics.
///
/// @param position value of Ballast-Position; negative for none
/// @param transactionId value of Ballast-Transaction-Id; empty for none
/// @param allow value of Allow; empty for none
record HttpReply(int status, String contentType, String body, long position, String transactionId, String allow) {
    private static final long NO_POSITION = -1;
    private static final String TEXT = "text/plain; charset=utf-8";

    static HttpReply ok(String body) {
        return new HttpReply(200, TEXT, body, NO_POSITION, "", "");
    }

    static HttpReply page(String contentType, String body) {
        return new HttpReply(200, contentType, body, NO_POSITION, "", "");
    }

    static HttpReply error(int status, String problem) {
        return new HttpReply(status, TEXT, "error: " + problem, NO_POSITION, "", "");
    }

    static HttpReply error(Statuses statuses) {
        return error(statuses.http(), statuses.text());
    }

    HttpReply at(long place) {
        return new HttpReply(status, contentType, body, place, transactionId, allow);
    }

    HttpReply about(String transaction) {
        return new HttpReply(status, contentType, body, position, transaction, allow);
    }

    HttpReply allowing(String methods) {
        return new HttpReply(status, contentType, body, position, transactionId, methods);
    }
}
