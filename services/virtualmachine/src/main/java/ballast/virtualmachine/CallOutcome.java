package ballast.virtualmachine;

import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;

/// What a contract says about a call.
sealed interface CallOutcome {
    /// The method's result message, serialized.
    record Result(ByteString message) implements CallOutcome {}

    record Refused(RefusalReason reason) implements CallOutcome {}
}
