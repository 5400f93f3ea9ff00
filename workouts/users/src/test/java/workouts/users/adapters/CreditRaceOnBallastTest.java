package workouts.users.adapters;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.testing.BallastInMemory;
import workouts.users.testing.CreditRaceContractTest;

/// Credits on Ballast keep it under contention, too.
final class CreditRaceOnBallastTest extends CreditRaceContractTest {
    private static BallastInMemory ballast;

    @BeforeAll
    static void open() {
        ballast = new BallastInMemory();
    }

    @AfterAll
    static void close() {
        ballast.close();
    }

    @Override
    protected CreditLedger ledger() {
        return ballast.credits();
    }
}
