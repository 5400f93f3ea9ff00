package ballast.publicapi;

/// The paths that there are.
enum Route {
    BALANCE("/api/balance", "GET, HEAD", "balance"),
    TRANSFER("/api/transfer", "POST", "transfer"),
    HEALTH("/healthz", "GET, HEAD", "healthz"),
    READINESS("/readyz", "GET, HEAD", "readyz"),
    METRICS("/metrics", "GET, HEAD", "metrics"),
    UNKNOWN("", "", "unknown");

    private final String path;
    private final String methods;
    private final String label;

    Route(String path, String methods, String label) {
        this.path = path;
        this.methods = methods;
        this.label = label;
    }

    static Route of(String path) {
        return switch (path) {
            case "/api/balance" -> BALANCE;
            case "/api/transfer" -> TRANSFER;
            case "/healthz" -> HEALTH;
            case "/readyz" -> READINESS;
            case "/metrics" -> METRICS;
            default -> UNKNOWN;
        };
    }

    String path() {
        return path;
    }

    /// As in an Allow header.
    String methods() {
        return methods;
    }

    /// What metrics call it.
    String label() {
        return label;
    }
}
