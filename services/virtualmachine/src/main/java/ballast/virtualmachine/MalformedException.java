package ballast.virtualmachine;

/// A message does not say what the ledger could do. Thrown and caught inside the reader; nobody looks at its
/// trace.
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException() {
        super("malformed", null, false, false);
    }
}
