package ballast.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Blocks that continue each other, with content that tells them apart.
final class Blocks {
    private Blocks() {}

    /// So many blocks from height 1, the n-th with n modulo 3 plus 1 entries.
    static List<JournalBlock> chain(int count) {
        List<JournalBlock> blocks = new ArrayList<>();
        long position = 1;
        for (int height = 1; height <= count; height++) {
            JournalBlock block = block(height, position, height % 3 + 1);
            position += block.entries().size();
            blocks.add(block);
        }
        return blocks;
    }

    /// One block with so many entries of a few bytes.
    static JournalBlock block(long height, long firstPosition, int entries) {
        List<JournalEntry> list = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            list.add(entry("transaction %d.%d".formatted(height, i), "outcome %d".formatted(firstPosition + i)));
        }
        return new JournalBlock(height, 1_000 * height, firstPosition, list, digest(height));
    }

    static JournalEntry entry(String transaction, String outcome) {
        return new JournalEntry(transaction.getBytes(StandardCharsets.UTF_8), outcome.getBytes(StandardCharsets.UTF_8));
    }

    static Hash digest(long height) {
        byte[] bytes = new byte[Hash.BYTES];
        Arrays.fill(bytes, (byte) height);
        return Hash.of(bytes);
    }

    /// Everything that a block says, as text.
    static String text(JournalBlock block) {
        StringBuilder text = new StringBuilder(
                "%d at %d from %d:".formatted(block.height(), block.timeMillis(), block.firstPosition()));
        for (JournalEntry entry : block.entries()) {
            text.append(" [").append(new String(entry.transaction(), StandardCharsets.ISO_8859_1));
            text.append(" -> ")
                    .append(new String(entry.outcome(), StandardCharsets.ISO_8859_1))
                    .append(']');
        }
        return text.append(' ').append(block.stateDigest()).toString();
    }

    static List<String> texts(Iterable<JournalBlock> blocks) {
        List<String> texts = new ArrayList<>();
        blocks.forEach(block -> texts.add(text(block)));
        return texts;
    }
}
