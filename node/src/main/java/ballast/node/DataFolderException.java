package ballast.node;

import java.nio.file.Path;

/// The data folder cannot be used. The message names it and says what to do.
final class DataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderException(Path folder, String problem) {
        super("data folder %s %s".formatted(folder, problem));
    }

    DataFolderException(Path folder, String problem, Throwable cause) {
        super("data folder %s %s".formatted(folder, problem), cause);
    }
}
