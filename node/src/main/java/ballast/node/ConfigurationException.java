package ballast.node;

import java.util.List;

/// The configuration is wrong. Carries every problem found, not only the first.
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
