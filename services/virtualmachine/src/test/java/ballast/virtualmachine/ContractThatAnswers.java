package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// Answers with as many bytes as it is told.
final class ContractThatAnswers extends TestContract {
    private final int bytes;

    ContractThatAnswers(int bytes) {
        this.bytes = bytes;
    }

    @Override
    CallOutcome run(ContractState state) {
        return new CallOutcome.Result(ByteString.copyFrom(new byte[bytes]));
    }
}
