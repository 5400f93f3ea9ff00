package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UuidV7Test {
    private static final long SEED = 20260104;
    private static final int MORE_THAN_A_PAGE = 1_000;

    @Test
    void beginsWithTheTimeAndSaysItsVersion() {
        var ids = new UuidV7(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00.123Z")), new Random(SEED));
        for (int count = 0; count < MORE_THAN_A_PAGE; count++) {
            var id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16)
                    .isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z").toEpochMilli());
        }
    }

    @Test
    void neverGivesAnIdTwiceWithinAMillisecond() {
        var ids = new UuidV7(InstantSource.fixed(Instant.EPOCH), new Random(SEED));
        var seen = new HashSet<UUID>();
        for (int count = 0; count < MORE_THAN_A_PAGE; count++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
    }

    @Test
    void everyBitOfChanceIsUsed() {
        var ids = new UuidV7(InstantSource.fixed(Instant.EPOCH), new Random(SEED));
        long highSeen = 0;
        long lowSeen = 0;
        for (int count = 0; count < MORE_THAN_A_PAGE; count++) {
            var id = ids.next();
            highSeen |= id.getMostSignificantBits();
            lowSeen |= id.getLeastSignificantBits();
        }
        assertThat(highSeen).isEqualTo(0x7fffL);
        assertThat(lowSeen).isEqualTo(0xbfff_ffff_ffff_ffffL);
    }
}
