package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// One key of the state during one block.
final class Slot {
    final ByteString key;
    final int hash;

    /// As the state has it.
    ByteString stored = ByteString.EMPTY;

    /// After the transactions that committed.
    ByteString committed = ByteString.EMPTY;

    /// As the running transaction sees it.
    ByteString value = ByteString.EMPTY;

    /// Whether the state was asked, or is about to be.
    boolean isExpected;

    /// Whether a transaction that committed set it.
    boolean isChanged;

    /// Whether the running transaction set it.
    boolean isRunning;

    Slot(ByteString key, int hash) {
        this.key = key;
        this.hash = hash;
    }

    void load(ByteString fromState) {
        stored = fromState;
        committed = fromState;
        value = fromState;
    }
}
