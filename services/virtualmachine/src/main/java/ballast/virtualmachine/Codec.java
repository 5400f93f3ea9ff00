package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// How a kind of value stands in the state.
interface Codec<T> {
    /// What a key that nobody has written stands for.
    T empty();

    /// Reads what [#encoded] wrote; empty bytes are [#empty].
    ///
    /// @throws ballast.guard.InvariantViolation if it is anything else: only a machine writes the state
    T decoded(ByteString value);

    /// Empty bytes for [#empty], which removes the key.
    ByteString encoded(T value);
}
