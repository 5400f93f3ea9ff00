package ballast.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file.
interface DiskFile extends Closeable {
    /// Writes some of the remaining bytes, at least one.
    int write(ByteBuffer from, long offset) throws IOException;

    /// Reads some of the remaining bytes; below 1 at the end of the file.
    int read(ByteBuffer into, long offset) throws IOException;

    long size() throws IOException;

    void truncate(long bytes) throws IOException;

    /// Makes the contents durable. After an error nobody knows what is durable, and a second call would not tell.
    void force() throws IOException;

    default void writeFully(ByteBuffer from, long offset) throws IOException {
        long at = offset;
        while (from.hasRemaining()) {
            at += write(from, at);
        }
    }

    default void readFully(ByteBuffer into, long offset) throws IOException {
        long at = offset;
        while (into.hasRemaining()) {
            int count = read(into, at);
            if (count < 1) {
                throw new EOFException("the file ends at byte %d, %d bytes too early".formatted(at, into.remaining()));
            }
            at += count;
        }
    }
}
