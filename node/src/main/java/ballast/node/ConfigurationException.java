package ballast.node;

import java.util.List;

/// The configuration is wrong. Carries every problem found, not only the first.
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /// One line each, at least one.
    public List<String> problems() {
        return problems;
    }
}
