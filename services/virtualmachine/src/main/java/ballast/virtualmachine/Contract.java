package ballast.virtualmachine;

import com.google.protobuf.ByteString;
import java.util.Map;

/// A program whose methods are called by transactions and reads.
///
/// A contract is a pure function of its arguments and of the state it sees: no clock, chance, thread, file, or
/// order of a hash table.
interface Contract {
    String name();

    /// What a transaction may call, by name.
    Map<String, Method<ContractState>> transactions();

    /// What a read may call, by name.
    Map<String, Method<StateView>> reads();

    /// The first half of a call, which needs no state: it decodes the arguments and says which keys it will
    /// want.
    @FunctionalInterface
    interface Method<S extends StateView> {
        PreparedCall<S> prepare(ByteString arguments);
    }
}
