package workouts.users.adapters;

import ballast.client.BallastClient;
import ballast.client.ClientException;
import ballast.client.Outcome;
import ballast.client.RefusalReason;
import ballast.client.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workouts.chassis.database.Transactions;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditAccounts;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.domain.credit.Refusal;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.credit.TransactionIds;
import workouts.users.domain.credit.TransactionKind;
import workouts.users.domain.person.PersonId;

/// Credits on Ballast, which does every transaction once for its id, whole or not at all, and keeps the limits of
/// accounts itself. So there is nothing here to lock, to compare or to make good.
///
/// Steps that need two transactions send them as one batch, whose order the ledger keeps:
///
/// - Whatever touches a person's account opens it first. Opening has one name for each person, so it happens once,
///   whoever comes first and however many come at the same time, and no account was ever without its limit of zero.
///   Nothing is remembered here, because a memory could be wrong: of another ledger, or of one that was restored.
/// - A release first bars the name of the hold. Where there is a hold, that is refused and without effect, and the
///   release ends the hold; where there is none, the bar has its name, and a hold that comes late finds it taken.
///
/// Thread-safe.
public final class CreditsOnBallast implements CreditLedger {
    private final BallastClient ballast;
    private final Patience patience;

    /// @param deadline of a call, with all its attempts
    public CreditsOnBallast(BallastClient ballast, Duration deadline) {
        this.ballast = ballast;
        this.patience = new Patience(deadline);
    }

    @Override
    public CreditOutcome change(BalanceChange change) {
        return Meaning.CHANGED.of(opened(change.person(), CreditTransactions.change(change)));
    }

    @Override
    public CreditOutcome hold(CreditHold hold) {
        var outcome = opened(hold.person(), CreditTransactions.hold(hold));
        boolean isTaken =
                outcome instanceof Outcome.Refused refused && refused.reason() == RefusalReason.ID_ALREADY_USED;
        return isTaken && isBarred(hold.booking())
                ? CreditOutcome.refused(Refusal.HOLD_ENDED)
                : Meaning.HELD.of(outcome);
    }

    @Override
    public CreditOutcome capture(BookingId booking) {
        return Meaning.CAPTURED.of(asked(ledger -> ledger.transact(CreditTransactions.capture(booking))));
    }

    @Override
    public CreditOutcome release(BookingId booking) {
        return Meaning.RELEASED.of(inOrder(CreditTransactions.bar(booking), CreditTransactions.release(booking))
                .getLast());
    }

    @Override
    public CreditOutcome giveBack(CreditReturn credits) {
        return Meaning.GIVEN_BACK.of(opened(credits.person(), CreditTransactions.giveBack(credits)));
    }

    @Override
    public long balance(PersonId person) {
        return asked(ledger -> ledger.account(CreditAccounts.of(person), CreditAccounts.ASSET)
                .value()
                .balances()
                .available()
                .longValueExact());
    }

    @Override
    public Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
        return asked(ledger -> new StatementReading(ledger, person, limit).from(after));
    }

    private Outcome opened(PersonId person, Transaction step) {
        var outcomes = inOrder(CreditTransactions.open(person), step);
        if (!Meaning.OPENED.of(outcomes.getFirst()).equals(CreditOutcome.DONE)) {
            throw new IllegalStateException("an account that is not open");
        }
        return outcomes.getLast();
    }

    private boolean isBarred(BookingId booking) {
        return asked(ledger -> ledger.find(TransactionIds.hold(booking)))
                .map(found -> found.recorded().transaction().code())
                .filter(code -> code == TransactionKind.BAR.code())
                .isPresent();
    }

    private List<Outcome> inOrder(Transaction first, Transaction second) {
        return asked(ledger -> ledger.transactBatch(List.of(first, second)));
    }

    /// The one place where the client's failures become the domain's.
    private <T> T asked(Function<BallastClient, T> question) {
        Transactions.requireNone();
        try {
            return question.apply(ballast.within(patience.now()));
        } catch (ClientException.OutcomeUnknownException e) {
            throw new LedgerFailure.OutcomeUnknown(e);
        } catch (ClientException.UnreachableException
                | ClientException.OverloadedException
                | ClientException.ClosedException e) {
            throw new LedgerFailure.Unreachable(e);
        }
    }
}
