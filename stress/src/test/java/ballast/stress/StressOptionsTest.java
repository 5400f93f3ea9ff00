package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StressOptionsTest {
    private static final URI URL = URI.create("http://127.0.0.1:8080");

    @Test
    void defaultsToTheRunOfTheArticle() {
        assertThat(StressOptions.against(URL))
                .isEqualTo(new StressOptions(URL, StressOptions.Mode.SEEDED, 20_000, 100, 200, 42, 30, "stress"));
    }

    @Test
    void namesAccountsAfterPrefixAndSeed() {
        assertThat(StressOptions.against(URL).account(7)).isEqualTo("stress-42-7");
    }

    @Test
    void namesAreAddressesEvenAtTheLimits() {
        String prefix = "p".repeat(StressOptions.PREFIX_LENGTH_MAX);
        var options = new StressOptions(
                URL, StressOptions.Mode.SEEDED, 1, StressOptions.USERS_MAX, 1, Long.MIN_VALUE, 1, prefix);

        assertThat(options.account(StressOptions.USERS_MAX - 1)).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # url            | transactions | users   | concurrency | seconds | prefix | message
            https://h:1      | 1            | 1       | 1           | 1       | p      | url must be http://HOST:PORT, not https://h:1
            http:/path       | 1            | 1       | 1           | 1       | p      | url must be http://HOST:PORT, not http:/path
            http://h?x=1     | 1            | 1       | 1           | 1       | p      | url must end with its path, not http://h?x=1
            http://h:1       | 0            | 1       | 1           | 1       | p      | transactions must be 1 to 2000000, not 0
            http://h:1       | 2000001      | 1       | 1           | 1       | p      | transactions must be 1 to 2000000, not 2000001
            http://h:1       | 1            | 0       | 1           | 1       | p      | users must be 1 to 100000, not 0
            http://h:1       | 1            | 100001  | 1           | 1       | p      | users must be 1 to 100000, not 100001
            http://h:1       | 1            | 1       | 0           | 1       | p      | concurrency must be 1 to 10000, not 0
            http://h:1       | 1            | 1       | 10001       | 1       | p      | concurrency must be 1 to 10000, not 10001
            http://h:1       | 1            | 1       | 1           | 0       | p      | seconds must be 1 to 3600, not 0
            http://h:1       | 1            | 1       | 1           | 3601    | p      | seconds must be 1 to 3600, not 3601
            http://h:1       | 1            | 1       | 1           | 1       | a b    | prefix must be 1 to 24 characters of A-Z a-z 0-9 . _ : @ -, not 'a b'
            http://h:1       | 1            | 1       | 1           | 1       | ''     | prefix must be 1 to 24 characters of A-Z a-z 0-9 . _ : @ -, not ''
            """)
    void refusesWhatItCannotRun(
            URI url, int transactions, int users, int concurrency, int seconds, String prefix, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StressOptions(
                        url, StressOptions.Mode.SEEDED, transactions, users, concurrency, 42, seconds, prefix))
                .withMessage(message);
    }
}
