package ballast.history;

import ballast.journal.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How far the files of the index are known to be on disk: the last block that is in them, and their sizes then. It
/// stands in a file of its own, big-endian, with a CRC32C at its end, and is replaced whole.
///
/// @param hash the block's, so that the index of another journal is not taken for this one's
/// @param termsChecksum of all keys of terms
record Mark(long height, Hash hash, long position, long postings, long terms, long termBytes, long termsChecksum) {
    /// Of an index without anything.
    static final Mark NONE = new Mark(0, Hash.ZERO, 0, 0, 0, 0, 0);

    private static final String FILE = "index.mark";
    private static final long MAGIC = 0x42_41_4C_4C_41_53_54_49L; // "BALLASTI"

    /// Goes up when the files are laid out in another way; an index of another version is built again.
    private static final int VERSION = 1;

    private static final int BYTES = 8 + 4 + 8 + Hash.BYTES + 5 * 8 + 4;

    /// The mark in a folder; empty if there is none or it is not whole.
    static Optional<Mark> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file) || Files.size(file) != BYTES) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
        boolean sound = content.getInt(BYTES - 4) == checksumOf(content);
        if (!sound || content.getLong() != MAGIC || content.getInt() != VERSION) {
            return Optional.empty();
        }
        long height = content.getLong();
        byte[] hash = new byte[Hash.BYTES];
        content.get(hash);
        return Optional.of(new Mark(
                height,
                Hash.of(hash),
                content.getLong(),
                content.getLong(),
                content.getLong(),
                content.getLong(),
                content.getLong()));
    }

    /// To be called once everything up to here is on disk; when it returns, so is the mark.
    void write(Path folder) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(BYTES);
        content.putLong(MAGIC).putInt(VERSION).putLong(height).put(hash.bytes());
        content.putLong(position).putLong(postings).putLong(terms).putLong(termBytes);
        content.putLong(termsChecksum);
        content.putInt(checksumOf(content)).flip();
        Path next = folder.resolve(FILE + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static int checksumOf(ByteBuffer content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content.slice(0, BYTES - 4));
        return (int) checksum.getValue();
    }
}
