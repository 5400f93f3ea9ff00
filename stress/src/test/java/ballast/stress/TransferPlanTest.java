package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TransferPlanTest {
    private final TransferPlan plan = new TransferPlan(42, 10);

    @Test
    void drawsTheSameTransfersFromTheSameSeed() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(plan.at(i)).isEqualTo(new TransferPlan(42, 10).at(i));
        }
    }

    @Test
    void drawsOtherTransfersFromAnotherSeed() {
        int same = 0;
        for (int i = 0; i < 1_000; i++) {
            same += plan.at(i).equals(new TransferPlan(43, 10).at(i)) ? 1 : 0;
        }
        assertThat(same).isLessThan(10);
    }

    @Test
    void usesAllUsersAsBothSidesAndSometimesOneAsBoth() {
        Set<Integer> senders = new HashSet<>();
        Set<Integer> receivers = new HashSet<>();
        int toOneself = 0;
        for (int i = 0; i < 1_000; i++) {
            Transfer transfer = plan.at(i);
            senders.add(transfer.from());
            receivers.add(transfer.to());
            toOneself += transfer.from() == transfer.to() ? 1 : 0;
            assertThat(transfer.amount()).isBetween(1L, (long) TransferPlan.AMOUNT_MAX);
        }
        assertThat(senders).hasSize(10);
        assertThat(receivers).hasSize(10);
        assertThat(toOneself).isBetween(50, 200);
    }
}
