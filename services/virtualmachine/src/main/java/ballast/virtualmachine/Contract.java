package ballast.virtualmachine;

import com.google.protobuf.ByteString;
import java.util.Map;

/// A program whose methods are called by name. What changes the ledger are the legs of transactions; a contract
/// only reads.
///
/// A contract is a pure function of its arguments and of the state it sees: no clock, chance, thread, file, or
/// order of a hash table.
interface Contract {
    String name();

    /// What a read may call, by name.
    Map<String, Method> reads();

    /// The first half of a call, which needs no state: it decodes the arguments and says which accounts it will
    /// want.
    @FunctionalInterface
    interface Method {
        PreparedCall prepare(ByteString arguments);
    }
}
