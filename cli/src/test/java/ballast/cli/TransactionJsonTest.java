package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.client.Account;
import ballast.client.Condition;
import ballast.client.Leg;
import ballast.client.Transaction;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines of an import: what they mean, and what is said of those that mean nothing.
final class TransactionJsonTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    @Test
    void readsEveryMemberOfATransaction() {
        var line = """
                {"id":"%s","code":7,"effectiveTime":"2026-01-31T12:00:00.000Z","metadata":{"b":"2","a":"1"},
                 "conditions":[{"account":"a","asset":"X","subject":"available","comparison":"atLeast","value":"-5"}],
                 "legs":[
                  {"transfer":{"from":"a","to":"b","asset":"X","amount":"170141183460469231731687303715884105727"}},
                  {"transfer":{"from":"a","to":"b","asset":"X","amount":5,"mode":"upToBoth"}},
                  {"hold":{"from":"a","to":"b","asset":"X","amount":5,"timeoutMillis":60000}},
                  {"capture":{"hold":{"transaction":"%s","leg":2},"amount":3,"releaseRest":true}},
                  {"release":{"hold":{"transaction":"%s"}}},
                  {"extend":{"hold":{"transaction":"%s"},"timeoutMillis":1}},
                  {"open":{"account":"a","asset":"X","limits":{"lower":0},"code":3,
                    "userData":{"wide":1,"middle":2,"narrow":3}}},
                  {"setLimits":{"account":"a","asset":"X","limits":{"upper":"9"}}},
                  {"close":{"account":"a","asset":"X"}},
                  {"reopen":{"account":"a","asset":"X"}},
                  {"reverse":{"transaction":"%s"}}]}
                """.formatted(ID, OTHER, OTHER, OTHER, OTHER);
        var hold = Leg.HoldReference.allOf(OTHER);
        assertThat(TransactionJson.read(line))
                .isEqualTo(Transaction.builder()
                        .id(ID)
                        .code(7)
                        .effectiveTime(Instant.parse("2026-01-31T12:00:00Z"))
                        .metadata("b", "2")
                        .metadata("a", "1")
                        .condition(new Condition(
                                "a",
                                "X",
                                Condition.Subject.AVAILABLE,
                                Condition.Comparison.AT_LEAST,
                                BigInteger.valueOf(-5)))
                        .transfer("a", "b", "X", BigInteger.TWO.pow(127).subtract(BigInteger.ONE))
                        .leg(new Leg.Transfer("a", "b", "X", BigInteger.valueOf(5), Leg.AmountMode.UP_TO_BOTH))
                        .hold("a", "b", "X", BigInteger.valueOf(5), Duration.ofMinutes(1))
                        .captureAndRelease(Leg.HoldReference.of(OTHER, 2), 3)
                        .release(hold)
                        .extend(hold, Duration.ofMillis(1))
                        .leg(new Leg.Open(
                                "a",
                                "X",
                                new Account.Limits(Optional.of(BigInteger.ZERO), Optional.empty()),
                                3,
                                new Account.UserData(BigInteger.ONE, 2, 3)))
                        .setLimits("a", "X", Account.Limits.atMost(9))
                        .close("a", "X")
                        .reopen("a", "X")
                        .reverse(OTHER)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"legs":[]}                                         | id is missing
                    {"id":"1-1-1-1-1","legs":[]}                        | id is something else (expected: a UUID
                    {"id":"$"}                                          | legs is missing
                    {"id":"$","legs":[],"colour":1}                     | colour is not known here
                    {"id":"$","id":"$","legs":[]}                       | Duplicate field 'id'
                    {"id":"$","legs":[{"transfer":{"from":"a"}}]}       | legs[0].transfer.to is missing
                    {"id":"$","legs":[{"gift":{}}]}                     | legs[0] is something else
                    {"id":"$","legs":[{"transfer":{},"hold":{}}]}       | legs[0] is something else
                    {"id":"$","legs":[{"close":{"account":1}}]}         | legs[0].close.account is something else
                    {"id":"$","legs":[{"reverse":{"transaction":"x"}}]} | legs[0].reverse.transaction is something else
                    {"id":"$","legs":[],"effectiveTime":"yesterday"}    | effectiveTime is something else
                    {"id":"$","legs":[],"code":1.5}                     | code is something else
                    {"id":"$","legs":[],"code":-1}                      | code is -1
                    {"id":"$","legs":[]} {}                             | something follows
                    [1]                                                 | the line is something else
                    {"id":                                              | no JSON
                    """)
    void saysWhatIsWrongWithALineAndWhere(String line, String expected) {
        assertThatThrownBy(() -> TransactionJson.read(line.replace("$", ID.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void refusesAnAmountOfNothing() {
        assertThatThrownBy(() -> TransactionJson.read("""
                        {"id":"%s","legs":[{"transfer":{"from":"a","to":"b","asset":"X","amount":0}}]}
                        """.formatted(ID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount is 0 (expected: 1 to 2^127 - 1)");
    }
}
