package ballast.cli;

import ballast.client.BallastClient;
import ballast.client.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/// Where the server is and how long to wait for it.
final class ServerOptions {
    @Option(names = "--url", paramLabel = "URL", description = "the server (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "how long one call may take, with its retries (default: ${DEFAULT-VALUE})")
    private int deadlineSeconds = 30;

    ClientBuilder client() {
        return BallastClient.at(url).deadline(Duration.ofSeconds(deadlineSeconds));
    }
}
