package workouts.users.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ballast.client.Account;
import ballast.client.BallastClient;
import ballast.client.Filter;
import ballast.client.Query;
import ballast.client.RecordedTransaction;
import ballast.client.Transaction;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workouts.users.domain.credit.CreditAccounts;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.testing.AtOnce;
import workouts.users.testing.BallastInMemory;
import workouts.users.testing.LedgerThatIsAway;
import workouts.users.testing.Sample;

/// How credits look on the ledger, to whoever audits it.
final class OnTheLedgerTest {
    private static BallastInMemory ballast;

    @BeforeAll
    static void open() {
        ballast = new BallastInMemory();
    }

    @AfterAll
    static void close() {
        ballast.close();
    }

    @Test
    void anAccountIsOpenedOnceWithItsLimit() {
        var somebody = Sample.with(3, ballast.credits());
        somebody.change(-1);
        somebody.paid();
        var account = ballast.client()
                .account(CreditAccounts.of(somebody.person()), CreditAccounts.ASSET)
                .value();
        assertThat(account.opened()).isTrue();
        assertThat(account.limits()).isEqualTo(Account.Limits.atLeast(0));
        // opened, granted, taken, held, captured
        assertThat(account.version()).isEqualTo(5);
    }

    @Test
    void everyCreditComesFromSomewhereAndGoesSomewhere() {
        try (var own = new BallastInMemory()) {
            var somebody = Sample.with(10, own.credits());
            somebody.change(-2);
            var booking = somebody.paid();
            somebody.giveBack(booking, Sample.request(), 1, 1);
            somebody.paid();
            somebody.hold(Sample.booking(), 1);
            assertThat(posted(own, CreditAccounts.SOLD)).isEqualTo(-8);
            assertThat(posted(own, CreditAccounts.TRAININGS)).isEqualTo(1);
            assertThat(posted(own, CreditAccounts.FINES)).isEqualTo(-1);
            assertThat(posted(own, CreditAccounts.of(somebody.person()))).isEqualTo(8);
            assertThat(somebody.balance()).isEqualTo(7);
            assertThat(own.client().trialBalance().value()).allMatch(sum -> sum.isBalanced());
        }
    }

    @Test
    void aStepIsOneTransactionWithANumberAndNothingButIds() {
        var somebody = Sample.with(3, ballast.credits());
        var booking = Sample.booking();
        somebody.hold(booking, 1);
        ballast.credits().capture(booking);
        somebody.giveBack(booking, Sample.request(), 1, 1);
        var account = CreditAccounts.of(somebody.person());
        var found = ballast.client()
                .transactions(
                        Query.Transactions.matching(Filter.account(account)).inOrder(Query.Order.OLDEST_FIRST))
                .items();
        assertThat(found)
                .extracting(RecordedTransaction::transaction)
                .extracting(transaction -> transaction.code() + " " + transaction.metadata())
                .containsExactly(
                        "1 {}",
                        "2 {reason=as a test}",
                        "4 {booking=%s}".formatted(booking),
                        "5 {booking=%s}".formatted(booking),
                        "10 {booking=%s}".formatted(booking));
    }

    @Test
    void aRepeatIsNoNewTransaction() {
        var somebody = Sample.with(3, ballast.credits());
        var booking = Sample.booking();
        somebody.hold(booking, 1);
        ballast.credits().release(booking);
        long before = ballast.client().trialBalance().position();
        somebody.hold(booking, 1);
        ballast.credits().release(booking);
        assertThat(ballast.client().trialBalance().position()).isEqualTo(before);
    }

    @Test
    void anAccountThatAnOperatorHasOpenedInTheSameWayWillDo() {
        var somebody = Sample.in(ballast.credits());
        openByHand(somebody, Account.Limits.atLeast(0));
        assertThat(somebody.change(1)).isEqualTo(CreditOutcome.DONE);
    }

    @Test
    void anAccountThatAnOperatorHasOpenedInAnotherWayIsAFault() {
        var somebody = Sample.in(ballast.credits());
        openByHand(somebody, Account.Limits.atLeast(-5));
        assertThatIllegalStateException()
                .isThrownBy(() -> somebody.change(1))
                .withMessageContaining("EXISTS_WITH_DIFFERENT_LIMITS");
    }

    @Test
    void aLedgerThatNobodyServesIsUnreachable() {
        var nobody = new LedgerThatIsAway();
        nobody.close();
        try (var client = BallastClient.at(nobody.url()).open()) {
            var somebody = Sample.in(new CreditsOnBallast(client, Duration.ofMillis(300)));
            unreachable(() -> somebody.change(1));
            unreachable(somebody::balance);
        }
    }

    @Test
    void aLedgerThatWasAskedAndDoesNotAnswerLeavesTheOutcomeUnknown() {
        try (var away = new LedgerThatIsAway();
                var client = BallastClient.at(away.url()).open()) {
            var credits = new CreditsOnBallast(client, Duration.ofSeconds(2));
            var somebody = Sample.in(credits);
            AtOnce.run(
                    () -> unknown(() -> somebody.change(1)),
                    () -> unknown(somebody::paid),
                    () -> unknown(() -> credits.release(Sample.booking())),
                    () -> unknown(() -> credits.capture(Sample.booking())),
                    () -> unreachable(somebody::balance),
                    () -> unreachable(() -> credits.statement(somebody.person(), Optional.empty(), 5)));
        }
    }

    @Test
    void aClientThatIsClosedIsUnreachable() {
        var client = BallastClient.at(URI.create("http://127.0.0.1:1")).open();
        client.close();
        var somebody = Sample.in(new CreditsOnBallast(client, Duration.ofSeconds(1)));
        unreachable(somebody::balance);
    }

    private static void unknown(ThrowingCallable call) {
        assertThatExceptionOfType(LedgerFailure.OutcomeUnknown.class).isThrownBy(call);
    }

    private static void unreachable(ThrowingCallable call) {
        assertThatExceptionOfType(LedgerFailure.Unreachable.class).isThrownBy(call);
    }

    private static void openByHand(Sample somebody, Account.Limits limits) {
        ballast.client()
                .transactBatch(List.of(Transaction.builder()
                        .open(CreditAccounts.of(somebody.person()), CreditAccounts.ASSET, limits)
                        .build()));
    }

    private static int posted(BallastInMemory ledger, String account) {
        BigInteger posted = ledger.client()
                .account(account, CreditAccounts.ASSET)
                .value()
                .balances()
                .posted();
        return posted.intValueExact();
    }
}
