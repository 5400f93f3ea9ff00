package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Balances;
import ballast.ledger.Entry;
import ballast.ledger.Int128;
import ballast.ledger.LedgerOutcome;
import ballast.ledger.RefusalReason;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Outcomes are the same bytes as the generated classes would write.
final class OutcomeWriterTest {
    private static final long TIME = 1_700_000_000_000L;

    private final OutcomeWriter writer = new OutcomeWriter();
    private final Random random = new Random(20_260_301);

    @Test
    void writesWhatTheGeneratedClassesWrite() throws Exception {
        for (int round = 0; round < 500; round++) {
            var entries = entries(random.nextInt(12));
            var bytes = writer.committed(random.nextLong(), round == 0 ? 0 : TIME, entries);
            var outcome = Outcome.parseFrom(bytes);
            assertThat(outcome.getUnknownFields().isEmpty()).isTrue();
            assertThat(ByteString.copyFrom(bytes)).isEqualTo(outcome.toByteString());
            assertThat(outcome.hasCommitted()).isTrue();
            assertThat(outcome.getCommitted()).isEmpty();
            assertThat(OutcomeReader.entries(bytes)).isEqualTo(entries);
        }
    }

    @ParameterizedTest
    @EnumSource(Entry.Kind.class)
    void saysWhatMovedWhereAnythingDid(Entry.Kind kind) throws Exception {
        var entry = new Entry(0, key("a"), kind, Int128.ZERO, Balances.ZERO, 0);
        var message = Outcome.parseFrom(writer.committed(1, 1, List.of(entry))).getEntries(0);
        assertThat(message.getKind().name()).isEqualTo("ENTRY_KIND_" + kind.name());
        assertThat(message.hasAmount())
                .isEqualTo(
                        !List.of("OPENED", "LIMITS_SET", "CLOSED", "REOPENED").contains(kind.name()));
        assertThat(message.getAfter().hasDebitsPosted()).isTrue();
        assertThat(message.getAfter().hasCreditsPending()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void writesEveryRefusal(RefusalReason reason) {
        for (var leg : List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(255))) {
            for (var condition : List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(63))) {
                var refusal = Refusal.newBuilder()
                        .setReason(ballast.types.protocol.v1.RefusalReason.valueOf("REFUSAL_REASON_" + reason.name()));
                leg.ifPresent(refusal::setLeg);
                condition.ifPresent(refusal::setCondition);
                var expected = Outcome.newBuilder()
                        .setPosition(9)
                        .setTimeMillis(TIME)
                        .setRefused(refusal)
                        .build();
                assertThat(writer.refused(9, TIME, new LedgerOutcome.Refused(reason, leg, condition)))
                        .isEqualTo(expected.toByteArray());
            }
        }
    }

    @Test
    void stopsAtWhatIsNoOutcome() {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> OutcomeReader.outcome(new byte[] {-1}))
                .withMessage("a recorded outcome decodes");
        var unspecified = Outcome.newBuilder();
        unspecified.addEntriesBuilder().setAccount("a").setAsset("A");
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> OutcomeReader.entries(unspecified.build().toByteArray()))
                .withMessageStartingWith("a recorded entry has a kind");
    }

    private List<Entry> entries(int count) {
        var entries = new ArrayList<Entry>();
        for (int index = 0; index < count; index++) {
            var kinds = Entry.Kind.values();
            var kind = kinds[random.nextInt(kinds.length)];
            boolean moved = kind.compareTo(Entry.Kind.CREDIT_EXPIRED) <= 0;
            entries.add(new Entry(
                    random.nextInt(256),
                    key("x".repeat(1 + random.nextInt(64))),
                    kind,
                    moved ? number() : Int128.ZERO,
                    new Balances(half(), half(), half(), half()),
                    random.nextLong(Long.MAX_VALUE) >> random.nextInt(63)));
        }
        return entries;
    }

    private Int128 number() {
        return switch (random.nextInt(4)) {
            case 0 -> Int128.ZERO;
            case 1 -> Int128.of(random.nextInt(1_000));
            case 2 -> new Int128(random.nextLong(Long.MAX_VALUE), 0);
            default -> new Int128(random.nextLong(Long.MAX_VALUE), random.nextLong());
        };
    }

    private Int128 half() {
        var number = number();
        return new Int128(number.high() >> 1, number.low());
    }

    private static AccountKey key(String address) {
        return new AccountKey(new Address(address), new Asset("USD/2"));
    }
}
