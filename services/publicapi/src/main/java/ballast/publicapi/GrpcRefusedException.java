package ballast.publicapi;

/// A gRPC request ends here, with this status, before it has reached the ledger.
final class GrpcRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GrpcStatus status;
    private final String text;

    GrpcRefusedException(GrpcStatus status, String text) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
    }

    GrpcReply reply() {
        return GrpcReply.failed(status, text);
    }
}
