package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void saysZeroBeforeTheFirstValue() {
        assertThat(histogram.quantileNanos(0.5)).isZero();
        assertThat(histogram.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 1_000, 123_456_789, Long.MAX_VALUE})
    void keepsAValueToAThirtySecond(long nanos) {
        histogram.record(nanos);

        assertThat(histogram.quantileNanos(1))
                .isBetween(nanos, nanos + nanos / 32 < 0 ? Long.MAX_VALUE : nanos + nanos / 32);
    }

    @Test
    void findsTheMedianAndTheTail() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.record(i * 1_000L);
        }

        assertThat(histogram.count()).isEqualTo(1_000);
        assertThat(histogram.quantileNanos(0.50)).isBetween(500_000L, 500_000L * 33 / 32);
        assertThat(histogram.quantileNanos(0.99)).isBetween(990_000L, 990_000L * 33 / 32);
    }

    @Test
    void takesATimeBeforeTheStartAsZero() {
        histogram.record(-5);

        assertThat(histogram.quantileNanos(1)).isZero();
    }
}
