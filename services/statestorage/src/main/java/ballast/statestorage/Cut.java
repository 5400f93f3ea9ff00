package ballast.statestorage;

/// The state between two blocks, as far as it differs from the last checkpoint: what a checkpoint writes.
///
/// @param height the height of the last block in it
/// @param liveRecords how many keys have a value in the whole state
/// @param records reads the changed records, none of which changes while this is open
/// @param changed the addresses of the changed records, some of which may hold nothing
record Cut(long height, long liveRecords, Records records, AddressList changed) implements AutoCloseable {
    @Override
    public void close() {
        changed.close();
    }
}
