package workouts.users.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.chassis.handlers.Decorators;
import workouts.users.app.command.CaptureCredits;
import workouts.users.app.command.HoldCredits;
import workouts.users.app.command.Outcome;
import workouts.users.app.command.RegisterVisit;
import workouts.users.app.command.ReleaseCredits;
import workouts.users.app.command.ReturnCredits;
import workouts.users.app.command.UpdateTrainingBalance;
import workouts.users.app.query.CreditStatement;
import workouts.users.app.query.CurrentUser;
import workouts.users.app.query.TrainingBalance;
import workouts.users.app.query.UserView;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.domain.credit.Refusal;
import workouts.users.domain.credit.RequestId;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.Role;
import workouts.users.testing.InMemoryCreditLedger;
import workouts.users.testing.InMemoryPeople;

/// What each handler makes of every answer that the ledger can give, and of none.
final class HandlersTest {
    private static final Person ADA = new Person(new PersonId(new UUID(0, 1)), "Ada", Role.ATTENDEE);
    private static final BookingId BOOKING = new BookingId(new UUID(0, 2));

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryPeople people = new InMemoryPeople();

    @Test
    void whatTheLedgerDoesIsDone() {
        var application = on(new InMemoryCreditLedger());
        assertThat(told(change(application, 3))).isEqualTo("done");
        assertThat(told(hold(application))).isEqualTo("done");
        assertThat(told(capture(application))).isEqualTo("done");
        assertThat(told(giveBack(application))).isEqualTo("done");
        assertThat(application.queries().trainingBalance().handle(new TrainingBalance(ADA.id())))
                .isEqualTo(4);
        assertThat(application.queries().currentUser().handle(new CurrentUser(ADA)))
                .isEqualTo(new UserView(ADA, 4));
        assertThat(statement(application)).hasSize(4);
        assertThat(counted("done")).isEqualTo(7);
    }

    @Test
    void whatTheLedgerRefusesIsRefusedAndCountedAsThat() {
        var application = on(new InMemoryCreditLedger());
        assertThat(told(change(application, -1))).isEqualTo("not-enough-credits");
        assertThat(told(hold(application))).isEqualTo("not-enough-credits");
        assertThat(told(capture(application))).isEqualTo("no-such-hold");
        assertThat(told(giveBack(application))).isEqualTo("done");
        assertThat(told(application
                        .commands()
                        .returnCredits()
                        .handle(new ReturnCredits(new CreditReturn(ADA.id(), BOOKING, request(9), 1, 0)))))
                .isEqualTo("request-id-reused");
        assertThat(told(release(application))).isEqualTo("done");
        assertThat(statement(application)).hasSize(2);
        assertThat(counted("refused")).isEqualTo(4);
    }

    @Test
    void whatIsSpentIsNotReleased() {
        var application = on(new InMemoryCreditLedger());
        change(application, 1);
        hold(application);
        capture(application);
        assertThat(told(release(application))).isEqualTo("hold-ended");
    }

    /// How a ledger can be silent.
    enum Silence {
        UNREACHABLE,
        UNKNOWN;

        LedgerFailure failure() {
            var cause = new IllegalStateException("away");
            return switch (this) {
                case UNREACHABLE -> new LedgerFailure.Unreachable(cause);
                case UNKNOWN -> new LedgerFailure.OutcomeUnknown(cause);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSilentLedgerIsNeverTakenForAnAnswer(Silence silence) {
        var application = on(new SilentLedger(silence::failure));
        var everything = Stream.<Consumer<Application>>of(
                        it -> change(it, 1),
                        HandlersTest::hold,
                        HandlersTest::capture,
                        HandlersTest::release,
                        HandlersTest::giveBack,
                        HandlersTest::statement,
                        it -> it.queries().trainingBalance().handle(new TrainingBalance(ADA.id())),
                        it -> it.queries().currentUser().handle(new CurrentUser(ADA)))
                .toList();
        everything.forEach(act -> assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> act.accept(application))
                .isInstanceOf(silence.failure().getClass()));
        assertThat(counted("failed")).isEqualTo(everything.size());
    }

    @Test
    void aVisitIsRememberedWhateverBecomesOfTheLedger() {
        var application = on(new SilentLedger(Silence.UNREACHABLE::failure));
        application.commands().registerVisit().handle(new RegisterVisit(ADA));
        assertThat(people.find(ADA.id())).contains(ADA);
    }

    private Application on(CreditLedger ledger) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return Application.of(ledger, people, new Decorators(observations));
    }

    private long counted(String outcome) {
        return meters.find("workouts.command").tag("outcome", outcome).timers().stream()
                        .mapToLong(timer -> timer.count())
                        .sum()
                + meters.find("workouts.query").tag("outcome", outcome).timers().stream()
                        .mapToLong(timer -> timer.count())
                        .sum();
    }

    private static String told(Outcome outcome) {
        assertThat(outcome.refusalSlug()).isEqualTo(outcome.refusal().map(Refusal::slug));
        return outcome.refusalSlug().orElse("done");
    }

    private static Outcome change(Application application, long amount) {
        return application
                .commands()
                .updateTrainingBalance()
                .handle(new UpdateTrainingBalance(new BalanceChange(ADA.id(), amount, request(amount), "why")));
    }

    private static Outcome hold(Application application) {
        return application.commands().holdCredits().handle(new HoldCredits(new CreditHold(ADA.id(), BOOKING, 1)));
    }

    private static Outcome capture(Application application) {
        return application.commands().captureCredits().handle(new CaptureCredits(BOOKING));
    }

    private static Outcome release(Application application) {
        return application.commands().releaseCredits().handle(new ReleaseCredits(BOOKING));
    }

    private static Outcome giveBack(Application application) {
        return application
                .commands()
                .returnCredits()
                .handle(new ReturnCredits(new CreditReturn(ADA.id(), BOOKING, request(9), 1, 1)));
    }

    private static List<?> statement(Application application) {
        return application
                .queries()
                .creditStatement()
                .handle(new CreditStatement(ADA.id(), Optional.empty(), 10))
                .changes();
    }

    private static RequestId request(long number) {
        return new RequestId(new UUID(3, number));
    }
}
