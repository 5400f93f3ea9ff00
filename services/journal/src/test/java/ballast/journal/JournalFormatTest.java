package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/journal-format.md` says what the code does, and other tools can prove a journal by it.
final class JournalFormatTest {
    private static final Path DOCUMENT = Path.of("../../docs/journal-format.md");

    @TempDir
    private Path directory;

    @Test
    void isWhatTheExampleSays() throws IOException {
        List<Hash> hashes = new ArrayList<>();
        try (Journal journal = open()) {
            hashes.add(
                    journal.append(new JournalBlock(1, 1, 1, List.of(Blocks.entry("ab", "c")), Blocks.digest(0x11))));
            JournalEntry nothing = Blocks.entry("", "");
            hashes.add(journal.append(new JournalBlock(2, 2, 2, List.of(nothing, nothing), Blocks.digest(0x22))));
        }
        List<String> example = codeBlock("hex").lines().toList();
        assertThat(hex(Files.readAllBytes(segment())))
                .isEqualTo(String.join("", example).replace(" ", ""));
        assertThat(hashes.getLast()).hasToString(example.getLast().replace(" ", ""));
    }

    @Test
    void isProvenByAShell() throws IOException {
        List<JournalBlock> blocks = Blocks.chain(4);
        StringBuilder expected = new StringBuilder();
        try (Journal journal = open()) {
            for (JournalBlock block : blocks) {
                expected.append("block %d %s\n".formatted(block.height(), journal.append(block)));
            }
        }
        assertThat(runTheDocumentsCommands()).isEqualTo(expected.toString());

        byte[] content = Files.readAllBytes(segment());
        int third = SegmentBytes.boundaries(content).get(2);
        content[third + 8 + 60] ^= 1;
        Files.write(segment(), content);
        String untilThird = expected.substring(0, expected.indexOf("block 3"));
        assertThat(runTheDocumentsCommands()).isEqualTo(untilThird + "byte %d: wrong hash\n".formatted(third));
    }

    private String runTheDocumentsCommands() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", codeBlock("sh"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            shell.destroy();
        }
    }

    private Journal open() {
        return Journal.open(directory, JournalOptions.defaults(), FailPoints.disarmed());
    }

    private Path segment() {
        return directory.resolve("0000000000000000001.journal");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String codeBlock(String language) throws IOException {
        String document = Files.readString(DOCUMENT);
        return Arrays.stream(document.split("```", -1))
                .filter(block -> block.startsWith(language + "\n"))
                .map(block -> block.substring(language.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
