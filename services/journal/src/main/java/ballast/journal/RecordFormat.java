package ballast.journal;

/// Where things stand in the record of a block. All integers are big-endian.
///
/// ```
/// frame    0  4  length of the payload
///          4  4  CRC32C of the length and the payload
/// payload  0  8  height
///          8  8  time, milliseconds
///         16 32  hash of the block before
///         48  8  position of the first entry
///         56  4  number of entries
///         60  …  entries: 4 length of transaction, 4 length of outcome, transaction, outcome
///          …  32  state digest
///          …  32  block hash: SHA-256 of the payload up to here
/// ```
final class RecordFormat {
    static final int FRAME_BYTES = 8;
    static final int CHECKSUM_AT = 4;

    static final int HEIGHT_AT = 0;
    static final int TIME_AT = 8;
    static final int PREVIOUS_HASH_AT = 16;
    static final int FIRST_POSITION_AT = 48;
    static final int ENTRY_COUNT_AT = 56;
    static final int ENTRIES_AT = 60;
    static final int ENTRY_BYTES_MIN = 8;
    static final int TRAILER_BYTES = 2 * Hash.BYTES;

    /// A block without entries.
    static final int PAYLOAD_BYTES_MIN = ENTRIES_AT + TRAILER_BYTES;

    /// A property of the format, so that a smaller limit in the options leaves old journals readable.
    static final int PAYLOAD_BYTES_MAX = 256 << 20;

    static final int RECORD_BYTES_MIN = FRAME_BYTES + PAYLOAD_BYTES_MIN;
    static final int RECORD_BYTES_MAX = FRAME_BYTES + PAYLOAD_BYTES_MAX;

    private RecordFormat() {}
}
