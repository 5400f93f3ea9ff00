package workouts.users.adapters;

import ballast.client.BallastClient;
import ballast.client.Found;
import ballast.client.Query;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditAccounts;
import workouts.users.domain.credit.CreditChange;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.credit.TransactionKind;
import workouts.users.domain.person.PersonId;

/// Reads a statement from the ledger's history of an account. Entries that change nothing that can be spent, the
/// opening of the account and captures, are left out, so that several pages of history may make one of a statement.
record StatementReading(BallastClient ledger, PersonId person, int limit) {
    /// Of two entries at least one changes something, and the ledger's pages have more than one of ours; what is
    /// still missing after so many is on the next page.
    private static final int PAGES_MAX = 4;

    Statement from(Optional<Statement.Place> after) {
        var changes = new ArrayList<CreditChange>();
        var next = Optional.of(first(after));
        Optional<Statement.Place> last = after;
        for (int page = 0; page < PAGES_MAX && next.isPresent(); page++) {
            var entries = ledger.entries(next.get());
            next = entries.next();
            for (var entry : entries.items()) {
                if (changes.size() == limit) {
                    return new Statement(changes, last);
                }
                change(entry).ifPresent(changes::add);
                last = Optional.of(
                        new Statement.Place(entry.at().position(), entry.at().entry()));
            }
        }
        return new Statement(changes, next.isPresent() ? last : Optional.empty());
    }

    private Query.Entries first(Optional<Statement.Place> after) {
        return new Query.Entries(
                CreditAccounts.of(person),
                Optional.of(CreditAccounts.ASSET),
                Query.EntryRanges.ALL,
                Query.Order.NEWEST_FIRST,
                // one more tells whether there is a next page
                limit + 1,
                after.map(place -> new Query.EntryPlace(place.position(), place.entry())),
                OptionalLong.empty());
    }

    private static Optional<CreditChange> change(Found.HistoryEntry found) {
        return kind(found).map(kind -> {
            long amount = found.entry().amount().orElseThrow().longValueExact();
            return new CreditChange(
                    found.committed(),
                    kind,
                    kind == CreditChange.Kind.TAKEN || kind == CreditChange.Kind.BOOKED ? -amount : amount,
                    found.entry().after().available().longValueExact(),
                    reason(found, kind),
                    Optional.ofNullable(found.metadata().get(CreditTransactions.BOOKING))
                            .map(UUID::fromString)
                            .map(BookingId::new));
        });
    }

    private static Optional<CreditChange.Kind> kind(Found.HistoryEntry found) {
        return switch (found.entry().kind()) {
            case CREDIT -> Optional.of(credited(found));
            case DEBIT -> Optional.of(CreditChange.Kind.TAKEN);
            case DEBIT_HELD -> Optional.of(CreditChange.Kind.BOOKED);
            case DEBIT_RELEASED, DEBIT_EXPIRED -> Optional.of(CreditChange.Kind.RELEASED);
            case DEBIT_CAPTURED,
                    CREDIT_HELD,
                    CREDIT_CAPTURED,
                    CREDIT_RELEASED,
                    CREDIT_EXPIRED,
                    OPENED,
                    LIMITS_SET,
                    CLOSED,
                    REOPENED -> Optional.empty();
        };
    }

    /// Where refund and fine are in one transaction, the refund is its first leg. What none of ours has brought, an
    /// operator has granted.
    private static CreditChange.Kind credited(Found.HistoryEntry found) {
        if (found.code() == TransactionKind.REFUND.code()) {
            return CreditChange.Kind.REFUNDED;
        }
        if (found.code() == TransactionKind.FINE.code()) {
            return CreditChange.Kind.FINED;
        }
        if (found.code() == TransactionKind.REFUND_AND_FINE.code()) {
            return found.entry().leg() == 0 ? CreditChange.Kind.REFUNDED : CreditChange.Kind.FINED;
        }
        return CreditChange.Kind.GRANTED;
    }

    private static String reason(Found.HistoryEntry found, CreditChange.Kind kind) {
        return Optional.ofNullable(found.metadata().get(CreditTransactions.REASON))
                .orElseGet(kind::reason);
    }
}
