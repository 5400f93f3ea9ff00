package workouts.users.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.users.domain.person.PersonId;

/// Names that ledgers in use hold already: whoever changes one of these lines lets credits be spent twice. The
/// values were made by another program.
final class TransactionIdsTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "open,    0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10, 7b56ada2-1e04-8b8e-955c-0634ef846eb7",
        "hold,    0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10, ccb15739-6058-8a81-a125-dab9d7760043",
        "capture, 0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10, e7918ef8-069e-87e4-8ba2-4488cef664b1",
        "release, 0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10, 7a3c3a70-fa34-8319-88d0-7df29c56849d",
        "request, 0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10, f4f1c942-6985-8f77-9ab1-887c1121eacc",
        "hold,    00000000-0000-0000-0000-000000000000, 75951e66-ca53-814d-bc8e-37b3dc2f3390",
        "hold,    ffffffff-ffff-ffff-ffff-ffffffffffff, 29c7be86-289b-88b9-b59d-4d019fa738ec",
    })
    void areTheSameForEver(String step, UUID subject, UUID id) {
        assertThat(id(step, subject)).isEqualTo(id);
    }

    @Test
    void areUuidsOfVersion8() {
        for (int i = 0; i < 100; i++) {
            var id = TransactionIds.hold(new BookingId(UUID.randomUUID()));
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    private static UUID id(String step, UUID subject) {
        return switch (step) {
            case "open" -> TransactionIds.open(new PersonId(subject));
            case "hold" -> TransactionIds.hold(new BookingId(subject));
            case "capture" -> TransactionIds.capture(new BookingId(subject));
            case "release" -> TransactionIds.release(new BookingId(subject));
            case "request" -> TransactionIds.request(new RequestId(subject));
            default -> throw new IllegalArgumentException(step);
        };
    }
}
