package ballast.consensus.ratis;

import ballast.consensus.LogPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Remembers the position up to which entries may have been dropped, in a small text file that is replaced whole.
///
/// It is durable before the first entry goes: a state machine that comes back older than the log can then be told
/// exactly which state it must find elsewhere.
final class ForgottenMark {
    private static final Pattern FORMAT = Pattern.compile("term (\\d{1,18}) index (\\d{1,18})\n");

    private final Path file;

    ForgottenMark(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /// [LogPosition#START] if nothing was ever forgotten.
    ///
    /// @throws LogDamagedException if the file cannot be understood
    LogPosition read() {
        try {
            if (!Files.exists(file)) {
                return LogPosition.START;
            }
            Matcher fields = FORMAT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (!fields.matches()) {
                throw new LogDamagedException(file, 0, "expected: term <number> index <number>");
            }
            return new LogPosition(Long.parseLong(fields.group(1)), Long.parseLong(fields.group(2)));
        } catch (IOException e) {
            throw new LogOpenException(file, "%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    void write(LogPosition position) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        byte[] text = "term %d index %d\n"
                .formatted(position.term(), position.index())
                .getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer bytes = ByteBuffer.wrap(text); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LogDirectory.force(file.resolveSibling("."));
    }
}
