package workouts.users.testing;

import ballast.client.BallastClient;
import ballast.client.testing.ServerInMemory;
import java.time.Duration;
import workouts.users.adapters.CreditsOnBallast;
import workouts.users.domain.credit.CreditLedger;

/// A whole Ballast in the process of a test, and the credits on it. Thread-safe.
public final class BallastInMemory implements AutoCloseable {
    /// Nothing here is lost or slow; a machine that is busy with other tests may be.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ServerInMemory server = new ServerInMemory();
    private final BallastClient client = BallastClient.at(server.url()).open();

    public CreditLedger credits() {
        return new CreditsOnBallast(client, DEADLINE);
    }

    /// To look at what is really there.
    public BallastClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
