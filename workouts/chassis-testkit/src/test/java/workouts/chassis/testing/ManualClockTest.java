package workouts.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ManualClockTest {
    private static final Instant NOON = Instant.parse("2030-01-07T12:00:00Z");

    @Test
    void standsStillUntilItIsMovedInAllZones() {
        var clock = ManualClock.at("2030-01-07T12:00:00Z");
        var abroad = clock.withZone(ZoneId.of("Asia/Kolkata"));
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        clock.advance(Duration.ofHours(1));
        assertThat(abroad.instant()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(abroad.getZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        clock.set(NOON);
        assertThat(abroad.instant()).isEqualTo(NOON);
    }
}
