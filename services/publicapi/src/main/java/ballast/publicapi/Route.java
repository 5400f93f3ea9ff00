package ballast.publicapi;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/// The paths that there are, and what may be done with each.
enum Route {
    BALANCE("/api/balance", "GET, HEAD", "balance", Media.TEXT),
    TRANSFER("/api/transfer", "POST", "transfer", Media.TEXT),
    HEALTH("/healthz", "GET, HEAD", "healthz", Media.TEXT),
    READINESS("/readyz", "GET, HEAD", "readyz", Media.TEXT),
    METRICS("/metrics", "GET, HEAD", "metrics", Media.TEXT),
    TRANSACTIONS("/v1/transactions", "GET, HEAD, POST", "v1.transactions", Media.JSON),
    BATCH("/v1/transactions:batch", "POST", "v1.transactions.batch", Media.JSON),
    DRY_RUN("/v1/transactions:dryRun", "POST", "v1.transactions.dryRun", Media.JSON),
    QUERY("/v1/transactions:query", "POST", "v1.transactions.query", Media.JSON),
    IMPORT("/v1/transactions:import", "POST", "v1.transactions.import", Media.LINES),
    TRANSACTION("/v1/transactions/{id}", "GET, HEAD", "v1.transaction", Media.JSON),
    ACCOUNTS("/v1/accounts", "GET, HEAD", "v1.accounts", Media.JSON),
    ACCOUNT("/v1/accounts/{address}", "GET, HEAD", "v1.account", Media.JSON),
    ENTRIES("/v1/accounts/{address}/entries", "GET, HEAD", "v1.account.entries", Media.JSON),
    SUMS("/v1/sums", "GET, HEAD", "v1.sums", Media.JSON),
    TRIAL_BALANCE("/v1/trial-balance", "GET, HEAD", "v1.trialBalance", Media.JSON),
    WATCH("/v1/watch", "GET", "v1.watch", Media.EVENTS),
    OPENAPI("/openapi.json", "GET, HEAD", "openapi", Media.JSON),
    UNKNOWN("", "", "unknown", Media.TEXT);

    private static final String OF_A_TRANSACTION = "/v1/transactions/";
    private static final String OF_AN_ACCOUNT = "/v1/accounts/";
    private static final String ITS_ENTRIES = "/entries";

    private final String path;
    private final String methods;
    private final String label;
    private final Media media;

    Route(String path, String methods, String label, Media media) {
        this.path = path;
        this.methods = methods;
        this.label = label;
        this.media = media;
    }

    static Route of(String path) {
        for (var route : values()) {
            if (route.path.equals(path) && route != UNKNOWN) {
                return route;
            }
        }
        if (path.startsWith(OF_A_TRANSACTION)) {
            return isSegment(path, OF_A_TRANSACTION.length(), path.length()) ? TRANSACTION : UNKNOWN;
        }
        if (!path.startsWith(OF_AN_ACCOUNT)) {
            return UNKNOWN;
        }
        if (isSegment(path, OF_AN_ACCOUNT.length(), path.length())) {
            return ACCOUNT;
        }
        boolean entries = path.endsWith(ITS_ENTRIES)
                && isSegment(path, OF_AN_ACCOUNT.length(), path.length() - ITS_ENTRIES.length());
        return entries ? ENTRIES : UNKNOWN;
    }

    /// The part of a path that names one thing, decoded; of a route that has one.
    ///
    /// @throws HttpRefusedException 400 if it does not decode
    String subject(String of) {
        int start = path.indexOf('{');
        int end = of.length() - (path.length() - path.indexOf('}') - 1);
        // In a path, a plus is a plus.
        var encoded = of.substring(start, end).replace("+", "%2B");
        return FormText.decode(encoded, 0, encoded.length());
    }

    String path() {
        return path;
    }

    /// As in an Allow header.
    String methods() {
        return methods;
    }

    boolean allows(HttpMethod method) {
        return List.of(methods.split(", ", -1)).contains(method.name());
    }

    /// What metrics call it.
    String label() {
        return label;
    }

    Media media() {
        return media;
    }

    private static boolean isSegment(String path, int from, int to) {
        int slash = path.indexOf('/', from);
        return from < to && (slash < 0 || slash >= to);
    }
}
