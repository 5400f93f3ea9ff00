package ballast.virtualmachine;

import ballast.ledger.AccountKey;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/// One key of the state during one block, with its value decoded once.
final class Slot<T> {
    final ByteString key;

    /// The same, for comparisons; nobody writes into them.
    final byte[] keyBytes;

    final int hash;
    private final Codec<T> codec;

    /// The name of the account that it is, if it is one and somebody has read it.
    @Nullable
    AccountKey account;

    /// As the state has it.
    T loaded;

    /// After the transactions that committed.
    T committed;

    /// As the running transaction sees it.
    T value;

    /// Whether the state was asked, or is about to be.
    boolean isExpected;

    /// Whether a transaction that committed set it.
    boolean isChanged;

    /// Whether the running transaction set it.
    boolean isRunning;

    Slot(ByteString key, byte[] keyBytes, int hash, Codec<T> codec) {
        this.key = key;
        this.keyBytes = keyBytes;
        this.hash = hash;
        this.codec = codec;
        this.loaded = codec.empty();
        this.committed = loaded;
        this.value = loaded;
    }

    void load(ByteString fromState) {
        loaded = codec.decoded(fromState);
        committed = loaded;
        value = loaded;
    }

    void commit() {
        committed = value;
        isRunning = false;
        isChanged = true;
    }

    void drop() {
        value = committed;
        isRunning = false;
    }

    /// What the state shall have.
    StateDifference difference() {
        return StateDifference.newBuilder()
                .setKey(key)
                .setValue(codec.encoded(committed))
                .build();
    }
}
