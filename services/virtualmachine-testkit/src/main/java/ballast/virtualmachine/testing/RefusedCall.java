package ballast.virtualmachine.testing;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.util.stream.Stream;

/// A row of the tables of refused calls.
record RefusedCall(String why, ContractCall call, RefusalReason reason) {
    static RefusedCall methodUnknown(ContractCall call) {
        return new RefusedCall(
                "a method that cannot be called this way", call, RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN);
    }

    static RefusedCall malformed(String why, ContractCall call) {
        return new RefusedCall(why, call, RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    /// In order of precedence: the arguments are wrong in every row.
    static Stream<RefusedCall> ofAnyMethod(String method) {
        var noise = ByteString.copyFrom(new byte[] {-1, -1});
        return Stream.of(
                new RefusedCall(
                        "no contract", Messages.call("", "", noise), RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN),
                new RefusedCall(
                        "the contract's name in capitals",
                        Messages.call("Ledger", method, noise),
                        RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN),
                new RefusedCall(
                        "no method", Messages.call("ledger", "", noise), RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN),
                new RefusedCall(
                        "a method of nobody",
                        Messages.call("ledger", "Steal", noise),
                        RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN),
                malformed("arguments that do not decode", Messages.call("ledger", method, noise)),
                malformed("no arguments", Messages.call("ledger", method, ByteString.EMPTY)));
    }

    static Stream<RefusedCall> malformedQueries() {
        var good = Messages.balanceOf("user1");
        var unknownField = good.getArguments().concat(ByteString.copyFrom(new byte[] {0x78, 1}));
        return Stream.of(
                malformed("no account", Messages.balanceOf("")),
                malformed("a slash", Messages.balanceOf("a/b")),
                malformed("65 characters", Messages.balanceOf("x".repeat(65))),
                malformed("a field of another version", Messages.call("ledger", "GetBalance", unknownField)));
    }

    @Override
    public String toString() {
        return why;
    }
}
