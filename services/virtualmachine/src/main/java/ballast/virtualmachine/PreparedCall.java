package ballast.virtualmachine;

import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.util.List;

/// A call whose arguments are decoded.
interface PreparedCall<S extends StateView> {
    /// The keys that the call will want, so that a block reads them all at once. Only speed depends on it: the
    /// call may ask for others.
    List<ByteString> expectedKeys();

    /// The second half: what becomes of the call on this state.
    CallOutcome run(S state);

    /// A call that is refused whatever the state.
    static <S extends StateView> PreparedCall<S> refused(RefusalReason reason) {
        return new PreparedCall<>() {
            @Override
            public List<ByteString> expectedKeys() {
                return List.of();
            }

            @Override
            public CallOutcome run(S state) {
                return new CallOutcome.Refused(reason);
            }
        };
    }
}
