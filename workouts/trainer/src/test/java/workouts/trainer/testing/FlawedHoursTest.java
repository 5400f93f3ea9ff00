package workouts.trainer.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workouts.trainer.domain.hour.HourRepository;

/// The contract has teeth: a rule fails on hours that are flawed on purpose, and not on good ones.
final class FlawedHoursTest {
    @SuppressWarnings("JUnitMethodInvoked") // the rules are what is tested here
    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw(
                        "r03",
                        new FlawedHours.TakesAllTrainersForOne(),
                        it -> it.r03TheSameTimeOfAnotherTrainerIsAnotherHour()),
                flaw(
                        "r05",
                        new FlawedHours.KeepsHalfABatch(),
                        it -> it.r05OneRefusalLeavesAllHoursAsTheyWereAndNamesThoseThatItIsTrueOf()),
                flaw(
                        "r08",
                        new FlawedHours.ListsTheEndOfTheSpanToo(),
                        it -> it.r08AListIsInOrderOfTimeAndHasWhatIsOpenOrHeldWithinTheSpan()),
                flaw(
                        "r11",
                        new FlawedHours.ForgetsEndsOfWhatHeldNothing(),
                        it -> it.r11AnEndIsForEverEvenOfWhatNeverHeldAnHourThatNobodyEverOpened()),
                flaw("r12", new FlawedHours.FreesForAnybody(), it -> it.r12HoldingTwiceAndEndingTwiceIsAsOnce()),
                flaw(
                        "r14",
                        new FlawedHours.CallsAFailedCommitASuccess(),
                        it -> it.r14ACommitThatFailsIsReportedAndChangesNothing(HourRepositoryContractTest.Act.OPEN)),
                flaw(
                        "r20",
                        new FlawedHours.LosesUpdates(),
                        it -> it.r20OfManyReservationsForAnHourExactlyOneHoldsIt()));
    }

    private static Arguments flaw(String rule, FlawedHours hours, Consumer<HourRepositoryContractTest> contract) {
        return arguments(rule, hours.getClass().getSimpleName(), hours, contract);
    }

    @ParameterizedTest(name = "{0} notices {1}")
    @MethodSource("flaws")
    void theRuleFailsOnFlawedHours(
            String rule, String flaw, FlawedHours hours, Consumer<HourRepositoryContractTest> contract) {
        assertThatThrownBy(() -> contract.accept(new Contract(hours, hours)))
                .as(rule + " " + flaw)
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest(name = "{0} has nothing to say about good hours")
    @MethodSource("flaws")
    void theRuleHoldsOnGoodHours(
            String rule, String flaw, FlawedHours hours, Consumer<HourRepositoryContractTest> contract) {
        var failing = new InMemoryHours(() -> {
            throw new IllegalStateException("the commit failed");
        });
        assertThatCode(() -> contract.accept(new Contract(new InMemoryHours(), failing)))
                .as(rule)
                .doesNotThrowAnyException();
    }

    /// The contract, on these.
    private static final class Contract extends HourRepositoryContractTest {
        private final HourRepository hours;
        private final HourRepository failing;

        private Contract(HourRepository hours, HourRepository failing) {
            this.hours = hours;
            this.failing = failing;
        }

        @Override
        protected HourRepository hours() {
            return hours;
        }

        @Override
        protected HourRepository hoursWhoseCommitsFail() {
            return failing;
        }
    }
}
