package ballast.virtualmachine;

/// How protobuf says what kind of value follows a field's number.
final class Wire {
    static final int VARINT = 0;
    static final int WORD = 1;
    static final int LENGTH = 2;

    private Wire() {}
}
