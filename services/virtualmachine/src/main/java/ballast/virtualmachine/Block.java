package ballast.virtualmachine;

import ballast.guard.InvariantViolation;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The ordered batch of transactions that one log entry carries.
///
/// On the wire: version (1 byte, always 2), flags (1: bit 0 says that accounts must be opened before use),
/// proposer (8), sequence (8), time (8), count (4), then for each transaction its length (4) and its bytes;
/// integers are big-endian, and nothing follows. A block without transactions says that time has passed.
///
/// @param proposer drawn anew by each run of each replica
/// @param sequence counts the blocks of one proposer from 1; with the proposer it names a block among all
/// @param timeMillis the proposer's clock when the block was cut
/// @param explicitAccounts whether an account must be opened before it is used, as the proposer is configured
/// @param transactions serialized [ballast.types.protocol.v1.Transaction] messages
record Block(long proposer, long sequence, long timeMillis, boolean explicitAccounts, List<ByteString> transactions) {
    /// So that the three keys of each of 8,190 transfers stay below 2¹⁵.
    static final int TRANSACTIONS_MAX = 8_190;

    /// The largest block: as many transfers of one leg as there may be, and room.
    static final int BYTES_MAX = 2 << 20;

    /// The largest transaction.
    static final int TRANSACTION_BYTES_MAX = 1 << 16;

    private static final byte VERSION = 2;
    private static final int HEADER_BYTES = 2 + 3 * Long.BYTES + Integer.BYTES;

    Block {
        transactions = List.copyOf(transactions);
    }

    /// The size of a block with as many transactions, whose serialized forms have so many bytes together.
    static int bytes(int transactions, int transactionBytes) {
        return HEADER_BYTES + transactions * Integer.BYTES + transactionBytes;
    }

    ByteBuffer encoded() {
        int transactionBytes = transactions.stream().mapToInt(ByteString::size).sum();
        var entry = ByteBuffer.allocate(bytes(transactions.size(), transactionBytes));
        entry.put(VERSION).put((byte) (explicitAccounts ? 1 : 0));
        entry.putLong(proposer).putLong(sequence).putLong(timeMillis);
        entry.putInt(transactions.size());
        for (var transaction : transactions) {
            entry.putInt(transaction.size());
            transaction.copyTo(entry);
        }
        return entry.flip();
    }

    /// Reads what [#encoded] wrote. The buffer has an array, which is shared and must not change any more.
    ///
    /// @throws InvariantViolation if it is anything else: only a machine writes blocks, and the log checks its
    ///     bytes
    static Block decoded(ByteBuffer entry) {
        try {
            check(entry.remaining() <= BYTES_MAX, "size", entry.remaining());
            byte version = entry.get();
            check(version == VERSION, "version", version);
            byte flags = entry.get();
            check(flags == 0 || flags == 1, "flags", flags);
            long proposer = entry.getLong();
            long sequence = entry.getLong();
            check(sequence > 0, "sequence", sequence);
            long timeMillis = entry.getLong();
            check(timeMillis >= 0, "time", timeMillis);
            int count = entry.getInt();
            check(count >= 0 && count <= TRANSACTIONS_MAX, "count", count);
            var transactions = new ArrayList<ByteString>(count);
            for (int index = 0; index < count; index++) {
                transactions.add(transaction(entry));
            }
            check(!entry.hasRemaining(), "bytes after the last transaction", entry.remaining());
            return new Block(proposer, sequence, timeMillis, flags == 1, transactions);
        } catch (BufferUnderflowException e) {
            throw new InvariantViolation("a block does not end inside a field", e);
        }
    }

    private static ByteString transaction(ByteBuffer entry) {
        int length = entry.getInt();
        check(length >= 0 && length <= TRANSACTION_BYTES_MAX, "length of a transaction", length);
        if (length > entry.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = UnsafeByteOperations.unsafeWrap(entry.array(), entry.arrayOffset() + entry.position(), length);
        entry.position(entry.position() + length);
        return bytes;
    }

    private static void check(boolean holds, String field, long value) {
        if (!holds) {
            throw new InvariantViolation("a block's %s is %d".formatted(field, value));
        }
    }
}
