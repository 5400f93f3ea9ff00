package ballast.client;

/// The server's answer is not what the contract promises.
final class BrokenAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenAnswerException(String what) {
        super(what);
    }
}
