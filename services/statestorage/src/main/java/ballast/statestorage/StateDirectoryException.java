package ballast.statestorage;

import java.nio.file.Path;

/// A directory cannot be opened as a state storage. The message names the directory, the problem and the remedy.
public final class StateDirectoryException extends StateStorageException {
    private static final long serialVersionUID = 1L;

    /// What is wrong, in the order in which it is looked for.
    public enum Problem {
        UNREACHABLE(
                "cannot be created, read or written",
                "check that it is a directory that this user may write, and that the disk is mounted and not full"),
        FOREIGN("holds files that are not a state storage's", "name an empty directory"),
        OTHER_FORMAT("was written by a release with another format", "run that release, or name an empty directory"),
        IN_USE("is used by another storage", "stop the other process, or name another directory"),
        DAMAGED(
                "is damaged",
                "keep it aside for inspection and put back a copy of the whole data directory, or let the node join its"
                        + " cluster again with an empty one");

        private final String text;
        private final String remedy;

        Problem(String text, String remedy) {
            this.text = text;
            this.remedy = remedy;
        }
    }

    private final Problem problem;
    private final transient Path directory;

    StateDirectoryException(Problem problem, Path directory, String detail, Throwable cause) {
        super(message(problem, directory, detail), cause);
        this.problem = problem;
        this.directory = directory;
    }

    StateDirectoryException(Problem problem, Path directory, String detail) {
        super(message(problem, directory, detail));
        this.problem = problem;
        this.directory = directory;
    }

    private static String message(Problem problem, Path directory, String detail) {
        return "state directory %s %s (%s): %s".formatted(directory, problem.text, detail, problem.remedy);
    }

    public Problem problem() {
        return problem;
    }

    public Path directory() {
        return directory;
    }
}
