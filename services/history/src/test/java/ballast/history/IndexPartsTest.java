package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.types.ledger.v1.Balances;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Transaction;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexPartsTest {
    private static final Mark MARK = new Mark(3, Hash.ZERO, 9, 8, 7, 6, 5);

    @TempDir
    Path folder;

    @Test
    void aMarkIsReadAsItWasWritten() throws Exception {
        assertThat(Mark.read(folder)).isEmpty();
        MARK.write(folder);
        assertThat(Mark.read(folder)).contains(MARK);
    }

    @Test
    void aMarkOfAnotherVersionOrKindIsNone() throws Exception {
        MARK.write(folder);
        var file = folder.resolve("index.mark");
        byte[] content = Files.readAllBytes(file);
        for (int at : new int[] {0, 11}) {
            byte[] other = content.clone();
            other[at]++;
            var checksum = new CRC32C();
            checksum.update(other, 0, other.length - 4);
            ByteBuffer.wrap(other).putInt(other.length - 4, (int) checksum.getValue());
            Files.write(file, other);
            assertThat(Mark.read(folder)).isEmpty();
        }
        Files.write(file, new byte[3]);
        assertThat(Mark.read(folder)).isEmpty();
    }

    @Test
    void aPlaceThatDoesNotFitItsNumberIsAnError() {
        assertThat(At.position(At.of(At.POSITION_MAX, At.ENTRY_MAX))).isEqualTo(At.POSITION_MAX);
        assertThat(At.entry(At.of(At.POSITION_MAX, At.ENTRY_MAX))).isEqualTo(At.ENTRY_MAX);
        assertThatExceptionOfType(InvariantViolation.class).isThrownBy(() -> At.of(At.POSITION_MAX + 1, 0));
        assertThatExceptionOfType(InvariantViolation.class).isThrownBy(() -> At.of(1, At.ENTRY_MAX + 1));
    }

    @Test
    void aByteBeyondFourGibibytesIsAnError() throws Exception {
        try (var positions = Positions.open(folder.resolve("p"), 0)) {
            positions.append(1, (1L << 32) - 1, 7);
            assertThat(positions.offset(1)).isEqualTo((1L << 32) - 1);
            assertThatExceptionOfType(InvariantViolation.class).isThrownBy(() -> positions.append(1, 1L << 32, 7));
        }
    }

    @Test
    void bytesAreComparedToTheLast() throws Exception {
        byte[] bytes = "0123456789abcdefghi".getBytes(StandardCharsets.US_ASCII);
        try (var file = AppendFile.open(folder.resolve("f"), 0)) {
            long offset = file.append(bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                file.from(offset).set(ValueLayout.JAVA_BYTE, i, bytes[i]);
            }
            assertThat(file.holds(offset, bytes, bytes.length)).isTrue();
            for (int i = 0; i < bytes.length; i++) {
                byte[] other = bytes.clone();
                other[i]++;
                assertThat(file.holds(offset, other, other.length)).isFalse();
            }
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidSo() throws Exception {
        var file = AppendFile.open(folder.resolve("f"), 0);
        Thread.currentThread().interrupt(); // closes the channel under the write
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> file.append(8))
                .withMessageStartingWith("cannot write to ");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void postingsThatDoNotFollowEachOtherAreRefused() throws Exception {
        refuses(folder.resolve("order"), postings -> {
            postings.append(At.of(2, 0), 0, 0);
            postings.append(At.of(1, 0), 1, 0);
        });
        refuses(folder.resolve("beyond"), postings -> {
            postings.append(At.of(1, 0), 0, 0);
            postings.append(At.of(3, 0), 1, 0);
        });
        refuses(folder.resolve("unknown"), postings -> {
            postings.append(At.of(1, 0), 0, 0);
            postings.append(At.of(1, 0), 2, 0);
        });
        refuses(folder.resolve("before"), postings -> {
            postings.append(At.of(1, 0), 0, 0);
            postings.append(At.of(2, 0), 0, 0);
        });
    }

    @Test
    void sumsAreExactAtAnySize() {
        var sums = new Counters();
        var most = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
        var large = BigInteger.ONE.shiftLeft(94);
        for (int i = 0; i < 3; i++) {
            sums.add(balances(most));
            sums.add(balances(most));
            sums.add(balances(large));
            sums.add(balances(BigInteger.ONE));
        }
        assertThat(sums.sum("USD").getAccounts()).isEqualTo(12);
        assertThat(sums.sum("USD").getSums().getDebitsPosted())
                .isEqualTo(most.add(most)
                        .add(large)
                        .add(BigInteger.ONE)
                        .multiply(BigInteger.valueOf(3))
                        .toString());
    }

    @Test
    void eachCounterHasASumOfItsOwn() {
        var sums = new Counters();
        var parts =
                BigInteger.ONE.shiftLeft(70).add(BigInteger.ONE.shiftLeft(40)).add(BigInteger.ONE);
        for (long account = 1; account <= 3; account++) {
            var number = parts.multiply(BigInteger.valueOf(account));
            sums.add(Balances.newBuilder()
                    .setDebitsPosted(Amounts.int128(number))
                    .setCreditsPosted(Amounts.int128(number.multiply(BigInteger.TWO)))
                    .setDebitsPending(Amounts.int128(number.multiply(BigInteger.valueOf(3))))
                    .setCreditsPending(Amounts.int128(number.multiply(BigInteger.valueOf(4))))
                    .build());
        }
        var six = parts.multiply(BigInteger.valueOf(6));
        var sum = sums.sum("USD").getSums();
        assertThat(sum.getDebitsPosted()).isEqualTo(six.toString());
        assertThat(sum.getCreditsPosted())
                .isEqualTo(six.multiply(BigInteger.TWO).toString());
        assertThat(sum.getDebitsPending())
                .isEqualTo(six.multiply(BigInteger.valueOf(3)).toString());
        assertThat(sum.getCreditsPending())
                .isEqualTo(six.multiply(BigInteger.valueOf(4)).toString());
    }

    @Test
    void manyMetadataAreSkimmedAsFewAre() {
        var transaction = Transaction.newBuilder();
        for (int i = 0; i < 40; i++) {
            transaction.addMetadata(MetadataEntry.newBuilder()
                    .setKey("key" + i)
                    .setValue("v" + i)
                    .build());
        }
        var skim = new TransactionSkim().over(transaction.build().toByteArray());
        assertThat(skim.metadataCount).isEqualTo(40);
        var key = new TermKey();
        skim.metadata(33, true, key);
        assertThat(Arrays.copyOf(key.bytes, key.length))
                .isEqualTo(Arrays.copyOf(TermKey.metadata("key33", "v33").bytes, key.length));
    }

    @Test
    void countersAreCarriedBeforeTheyAreTooMany() {
        var sums = new Counters();
        for (int i = 0; i < 70_000; i++) {
            sums.add(balances(BigInteger.TWO));
        }
        assertThat(sums.sum("USD").getSums().getDebitsPosted()).isEqualTo("140000");
    }

    private interface Filling {
        void fill(Postings postings);
    }

    private static void refuses(Path place, Filling filling) throws Exception {
        Files.createDirectories(place);
        var mark = new Mark(1, Hash.ZERO, 2, 0, 0, 0, 0);
        try (var index = new HistoryIndex(
                place,
                mark,
                Positions.open(place.resolve("p"), 0),
                Postings.open(place.resolve("o"), 0),
                Terms.open(place.resolve("t"), Mark.NONE, 1))) {
            index.terms().add(TermKey.code(1));
            index.terms().add(TermKey.code(2));
            filling.fill(index.postings());
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(index::restore)
                    .withMessage("posting 2 does not follow those before it");
        }
    }

    private static Balances balances(BigInteger debits) {
        return Balances.newBuilder().setDebitsPosted(Amounts.int128(debits)).build();
    }
}
