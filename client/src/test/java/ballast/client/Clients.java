package ballast.client;

import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGeneratorFactory;

/// Clients for tests: patient, with short pauses, and with chance that a run can repeat.
final class Clients {
    private Clients() {}

    static BallastClient patient(URI url) {
        return patiently(url).open();
    }

    static ClientBuilder patiently(URI url) {
        return BallastClient.at(url)
                .deadline(Duration.ofSeconds(30))
                .pauses(Duration.ofMillis(5), Duration.ofMillis(40))
                .random(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    }
}
