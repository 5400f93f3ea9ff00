package ballast.virtualmachine;

import ballast.guard.InvariantViolation;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;

/// What stands under a transaction's id for ever: the digest of its call (16 bytes), then the serialized
/// outcome.
final class RecordedOutcome {
    /// Half of a SHA-256: 2⁶⁴ calls of one's own choice under one id to make two of them look alike.
    static final int DIGEST_BYTES = 16;

    private RecordedOutcome() {}

    static ByteString encoded(ByteString callDigest, ByteString outcome) {
        return callDigest.concat(outcome);
    }

    static boolean hasCall(ByteString value, ByteString callDigest) {
        return value.startsWith(callDigest);
    }

    static Outcome outcome(ByteString value) {
        try {
            return Outcome.parseFrom(value.substring(DIGEST_BYTES));
        } catch (InvalidProtocolBufferException e) {
            throw new InvariantViolation("a recorded outcome decodes", e);
        }
    }

    /// Tells a repeat of a call from another call.
    static ByteString callDigest(MessageDigest sha256, ContractCall call) {
        return ByteString.copyFrom(sha256.digest(call.toByteArray()), 0, DIGEST_BYTES);
    }
}
