package ballast.client;

import java.net.URI;

/// Where a server listens.
record ServerAddress(String host, int port) {
    /// @throws IllegalArgumentException unless it is `http://HOST:PORT`
    static ServerAddress of(URI url) {
        boolean isPlain = "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0;
        boolean hasMore = !isPlain
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null
                || !(url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        if (hasMore) {
            throw new IllegalArgumentException(
                    "address is '%s' (expected: http://HOST:PORT, for example http://127.0.0.1:8080)".formatted(url));
        }
        return new ServerAddress(url.getHost(), url.getPort());
    }
}
