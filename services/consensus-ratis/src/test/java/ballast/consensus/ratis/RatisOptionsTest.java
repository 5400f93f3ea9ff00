package ballast.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.guard.InvariantViolation;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RatisOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "-1, n1, 4096, 1, 1, group",
        "0, ' ', 4096, 1, 1, node",
        "0, n1, 1023, 1, 1, segmentBytesMax",
        "0, n1, 1073741825, 1, 1, segmentBytesMax",
        "0, n1, 4096, 0, 1, time-outs",
        "0, n1, 4096, 1, 0, time-outs",
        "0, n1, 4096, 1, -1, time-outs",
    })
    void refusesWhatCannotWork(int group, String node, long bytes, int openSeconds, int proposalSeconds, String names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatisOptions(
                        group, node, bytes, Duration.ofSeconds(openSeconds), Duration.ofSeconds(proposalSeconds)))
                .withMessageContaining(names);
    }

    @Test
    void startsOnlyIfEveryEntryIsForcedBeforeItCounts() {
        RaftProperties safe = RatisSettings.of(RatisOptions.defaults(), Path.of("log"));
        assertThatCode(() -> RatisSettings.checkDurable(safe)).doesNotThrowAnyException();
        assertThat(RaftServerConfigKeys.Log.preallocatedSize(safe).getSize()).isEqualTo(1 << 20);

        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(safe, true);
        assertUnsafe(safe);
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(safe, false);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(safe, true);
        assertUnsafe(safe);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(safe, false);
        RaftServerConfigKeys.Log.setUseMemory(safe, true);
        assertUnsafe(safe);
    }

    private static void assertUnsafe(RaftProperties properties) {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> RatisSettings.checkDurable(properties))
                .withMessageContaining("forces every entry");
    }
}
