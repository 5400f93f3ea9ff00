package ballast.virtualmachine;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;

/// A contract "test" with one method "Run", which does what the subclass is named for. It expects no keys.
abstract class TestContract implements Contract {
    abstract CallOutcome run(ContractState state);

    @Override
    public final String name() {
        return "test";
    }

    @Override
    public final Map<String, Method<ContractState>> transactions() {
        return Map.of("Run", arguments -> new Run());
    }

    @Override
    public final Map<String, Method<StateView>> reads() {
        return Map.of();
    }

    private final class Run implements PreparedCall<ContractState> {
        @Override
        public List<ByteString> expectedKeys() {
            return List.of();
        }

        @Override
        public CallOutcome run(ContractState state) {
            return TestContract.this.run(state);
        }
    }
}
