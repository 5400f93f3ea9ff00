package ballast.publicapi;

/// A request ends here, with this reply, before it has reached the ledger.
final class HttpRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpReply reply;

    HttpRefusedException(HttpReply reply) {
        super(reply.error(), null, false, false);
        this.reply = reply;
    }

    static HttpRefusedException badRequest(String problem) {
        return new HttpRefusedException(HttpReply.error(400, problem));
    }

    HttpReply reply() {
        return reply;
    }
}
