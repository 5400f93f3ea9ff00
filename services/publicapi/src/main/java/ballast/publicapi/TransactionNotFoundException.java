package ballast.publicapi;

/// Somebody asked what became of a transaction that there is not.
final class TransactionNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TransactionNotFoundException() {
        super("there is no transaction with this id; nothing was done under it so far", null, false, false);
    }
}
