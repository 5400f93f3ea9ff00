package workouts.users.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workouts.users.domain.credit.CreditLedger;

/// The contracts have teeth: a rule fails on a ledger that is flawed on purpose, and not on a good one.
final class FlawedLedgerTest {
    /// One rule, tried on some ledger.
    interface Rule {
        void tryOn(CreditLedger ledger) throws Exception;
    }

    @SuppressWarnings("JUnitMethodInvoked") // the rules are what is tested here
    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw(
                        new FlawedLedger.LendsToAnybody(),
                        it -> new Steps(it).r03NoMoreIsTakenOrHeldThanThereIsNotEvenFromAnAccountThatNobodyHasUsed()),
                flaw(
                        new FlawedLedger.ForgetsReleasesOfNothing(),
                        it -> new Steps(it).r09AHoldThatComesAfterItsReleaseIsRefused()),
                flaw(
                        new FlawedLedger.GivesBackAgain(),
                        it -> new Steps(it).r12EveryRepeatIsAnsweredAsTheFirstTimeAndDoesNothing()),
                flaw(new FlawedLedger.ChangesAgain(), it -> new Steps(it).r13ARefusalStaysWhateverChanges()),
                flaw(new FlawedLedger.ChangesAgain(), it -> new Steps(it).r14ARequestIdStandsForOneThingOnly()),
                flaw(
                        new FlawedLedger.HoldsForAnybody(),
                        it -> new Steps(it).r15ABookingHoldsForOnePersonAndOneAmount()),
                flaw(new FlawedLedger.LendsToAnybody(), it -> new Races(it).r01TwentyHoldsOfFiveCreditsAreFiveHolds()),
                flaw(
                        new FlawedLedger.LendsToAnybody(),
                        it -> new Races(it).r02AnAccountIsBoundAtZeroFromItsFirstUseWhoeverComesFirst()),
                flaw(
                        new FlawedLedger.ChangesAgain(),
                        it -> new Races(it).r04OneStepAskedForManyTimesAtOnceHappensOnce()),
                flaw(
                        new FlawedLedger.ShowsTodaysBalance(),
                        it -> new Statements(it).r02TheAmountsAddUpToTheBalanceWhateverHappens()),
                flaw(
                        new FlawedLedger.CountsPagesFromTheNewest(),
                        it -> new Statements(it).r05WhatHappensMeanwhileDoesNotMoveThePages()));
    }

    private static Arguments flaw(FlawedLedger ledger, Rule rule) {
        return arguments(ledger.getClass().getSimpleName(), ledger, rule);
    }

    @ParameterizedTest(name = "{0} is noticed")
    @MethodSource("flaws")
    void theRuleFailsOnAFlawedLedger(String flaw, FlawedLedger ledger, Rule rule) {
        assertThatThrownBy(() -> rule.tryOn(ledger)).as(flaw).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest(name = "what {0} breaks is kept otherwise")
    @MethodSource("flaws")
    void theRuleHoldsOnAGoodLedger(String flaw, FlawedLedger ledger, Rule rule) {
        assertThatCode(() -> rule.tryOn(new InMemoryCreditLedger())).as(flaw).doesNotThrowAnyException();
    }

    private static final class Steps extends CreditLedgerContractTest {
        private final CreditLedger ledger;

        private Steps(CreditLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        protected CreditLedger ledger() {
            return ledger;
        }
    }

    private static final class Races extends CreditRaceContractTest {
        private final CreditLedger ledger;

        private Races(CreditLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        protected CreditLedger ledger() {
            return ledger;
        }
    }

    private static final class Statements extends CreditStatementContractTest {
        private final CreditLedger ledger;

        private Statements(CreditLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        protected CreditLedger ledger() {
            return ledger;
        }
    }
}
