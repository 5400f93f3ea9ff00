package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// The state as a reader sees it.
interface StateView {
    /// Empty for a key that nobody has written.
    ByteString value(ByteString key);
}
