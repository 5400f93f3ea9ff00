package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// The state as one transaction sees it. Its changes are kept if it commits and dropped if it is refused.
interface ContractState extends StateView {
    void set(ByteString key, ByteString value);
}
