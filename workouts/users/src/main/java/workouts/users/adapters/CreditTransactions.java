package workouts.users.adapters;

import ballast.client.Account;
import ballast.client.Leg;
import ballast.client.Transaction;
import java.math.BigInteger;
import java.util.UUID;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditAccounts;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.TransactionIds;
import workouts.users.domain.credit.TransactionKind;
import workouts.users.domain.person.PersonId;

/// The transactions of the ledger that the steps are. The same step always gives the same transaction, to the byte:
/// otherwise its repeat would be another one under a name that is taken.
///
/// What they carry about people are ids.
final class CreditTransactions {
    static final String BOOKING = "booking";
    static final String REASON = "reason";

    private static final Account.Limits NEVER_BELOW_ZERO = Account.Limits.NONE.withLower(BigInteger.ZERO);

    private CreditTransactions() {}

    /// Binds a person's account at zero.
    static Transaction open(PersonId person) {
        return of(TransactionIds.open(person), TransactionKind.OPEN)
                .open(CreditAccounts.of(person), CreditAccounts.ASSET, NEVER_BELOW_ZERO)
                .build();
    }

    static Transaction change(BalanceChange change) {
        var account = CreditAccounts.of(change.person());
        var kind = change.isGrant() ? TransactionKind.GRANT : TransactionKind.TAKE;
        var from = change.isGrant() ? CreditAccounts.SOLD : account;
        var to = change.isGrant() ? account : CreditAccounts.SOLD;
        return of(TransactionIds.request(change.request()), kind)
                .transfer(from, to, CreditAccounts.ASSET, change.size())
                .metadata(REASON, change.reason())
                .build();
    }

    static Transaction hold(CreditHold hold) {
        return about(hold.booking(), TransactionIds.hold(hold.booking()), TransactionKind.HOLD)
                .hold(CreditAccounts.of(hold.person()), CreditAccounts.TRAININGS, CreditAccounts.ASSET, hold.amount())
                .build();
    }

    static Transaction capture(BookingId booking) {
        return about(booking, TransactionIds.capture(booking), TransactionKind.CAPTURE)
                .capture(holdOf(booking))
                .build();
    }

    static Transaction release(BookingId booking) {
        return about(booking, TransactionIds.release(booking), TransactionKind.RELEASE)
                .release(holdOf(booking))
                .build();
    }

    /// Takes the name of a booking's hold, unless there is one. It moves nothing: from an account to itself.
    static Transaction bar(BookingId booking) {
        return about(booking, TransactionIds.hold(booking), TransactionKind.BAR)
                .transfer(CreditAccounts.TRAININGS, CreditAccounts.TRAININGS, CreditAccounts.ASSET, 1)
                .build();
    }

    static Transaction giveBack(CreditReturn credits) {
        var account = CreditAccounts.of(credits.person());
        var transaction = about(credits.booking(), TransactionIds.request(credits.request()), credits.kind());
        if (credits.refund() > 0) {
            transaction.transfer(CreditAccounts.TRAININGS, account, CreditAccounts.ASSET, credits.refund());
        }
        if (credits.fine() > 0) {
            transaction.transfer(CreditAccounts.FINES, account, CreditAccounts.ASSET, credits.fine());
        }
        return transaction.build();
    }

    private static Leg.HoldReference holdOf(BookingId booking) {
        return Leg.HoldReference.of(TransactionIds.hold(booking), 0);
    }

    private static Transaction.Builder about(BookingId booking, UUID id, TransactionKind kind) {
        return of(id, kind).metadata(BOOKING, booking.toString());
    }

    private static Transaction.Builder of(UUID id, TransactionKind kind) {
        return Transaction.builder().id(id).code(kind.code());
    }
}
