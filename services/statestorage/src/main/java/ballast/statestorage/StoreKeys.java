package ballast.statestorage;

import java.nio.ByteBuffer;

/// How records stand in the database: a byte that says what follows, then the key.
final class StoreKeys {
    /// The one entry that says what the database as a whole is. It comes before all records.
    private static final byte SUMMARY = 0;

    /// A key of the state.
    static final byte RECORD = 1;

    /// Bytes before a record's key.
    static final int PREFIX_BYTES = 1;

    private StoreKeys() {}

    static byte[] summaryKey() {
        return new byte[] {SUMMARY};
    }

    /// What the database holds.
    ///
    /// @param height the last block in it
    /// @param records how many keys have a value
    record Summary(long height, long records) {
        static final int BYTES = 2 * Long.BYTES;

        byte[] encoded() {
            return ByteBuffer.allocate(BYTES).putLong(height).putLong(records).array();
        }

        static Summary decoded(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Summary(buffer.getLong(), buffer.getLong());
        }
    }
}
