package ballast.statestorage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ballast.types.statestorage.v1.StateStorage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.platform.testkit.engine.EngineTestKit;

/// Runs the contracts on storages that are wrong on purpose: the rule that is broken must fail.
final class ContractsBiteTest {
    private static Flaw flaw = Flaw.NONE;
    private static RestartFlaw restartFlaw = RestartFlaw.NONE;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aBrokenRuleFails(Flaw each) {
        flaw = each;
        assertThat(failingRules(FlawedContract.class)).contains(each.ruleBroken());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aBrokenCheckpointRuleFails(RestartFlaw each) {
        restartFlaw = each;
        assertThat(failingRules(FlawedCheckpointContract.class)).contains(each.ruleBroken());
    }

    @Test
    void withoutAFlawNothingFails() {
        flaw = Flaw.NONE;
        restartFlaw = RestartFlaw.NONE;
        assertThat(failingRules(FlawedContract.class)).isEmpty();
        assertThat(failingRules(FlawedCheckpointContract.class)).isEmpty();
    }

    @Test
    void everyRuleIsBrokenByAFlaw() {
        Stream<String> rules = Stream.concat(
                IntStream.rangeClosed(1, 20).mapToObj(number -> "S" + number),
                IntStream.rangeClosed(1, 9).mapToObj(number -> "C" + number));
        Stream<String> broken = Stream.concat(
                Arrays.stream(Flaw.values()).map(Flaw::ruleBroken),
                Arrays.stream(RestartFlaw.values()).map(RestartFlaw::ruleBroken));
        assertThat(broken.filter(rule -> !rule.isEmpty()).distinct().sorted(byNumber()))
                .isEqualTo(rules.sorted(byNumber()).toList());
    }

    private static Comparator<String> byNumber() {
        return Comparator.<String>comparingInt(rule -> rule.charAt(0))
                .thenComparingInt(rule -> Integer.parseInt(rule, 1, rule.length(), 10));
    }

    /// The numbers of the rules that fail.
    private static List<String> failingRules(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName().split(":", 2)[0])
                .toList();
    }

    /// Run by the tests above only.
    static final class FlawedContract extends StateStorageContractTest {
        @Override
        protected StateStorage openEmpty() {
            return new FlawedStateStorage(flaw);
        }

        @Override
        protected boolean keepsCheckpoints() {
            return false;
        }
    }

    /// Run by the tests above only.
    static final class FlawedCheckpointContract extends StateStorageCheckpointContractTest {
        @Override
        protected StateStorage openEmpty() {
            return new ReplayedStateStorage(restartFlaw);
        }

        @Override
        protected StateStorage reopen(StateStorage ended) {
            ((ReplayedStateStorage) ended).restart();
            return ended;
        }
    }
}
