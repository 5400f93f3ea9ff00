package ballast.virtualmachine.testing;

/// A message does not say what the ledger could do.
final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;
}
