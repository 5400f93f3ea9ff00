package workouts.trainer.testing;

import workouts.trainer.domain.hour.HourRepository;

/// Hours in memory keep the contract.
final class InMemoryHoursTest extends HourRepositoryContractTest {
    private final HourRepository hours = new InMemoryHours();

    @Override
    protected HourRepository hours() {
        return hours;
    }

    @Override
    protected HourRepository hoursWhoseCommitsFail() {
        return new InMemoryHours(() -> {
            throw new IllegalStateException("the commit failed");
        });
    }
}
