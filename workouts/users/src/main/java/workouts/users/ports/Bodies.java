package workouts.users.ports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import workouts.users.app.query.UserView;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditChange;

/// What goes over the wire, by the names of the contract.
final class Bodies {
    private Bodies() {}

    record User(String displayName, long balance, String role) {
        static User of(UserView view) {
            return new User(
                    view.person().name(), view.balance(), word(view.person().role()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Statement(List<Change> changes, Optional<String> nextCursor) {
        static Statement of(workouts.users.domain.credit.Statement page) {
            return new Statement(
                    page.changes().stream().map(Change::of).toList(),
                    page.next().map(Wire::cursor));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Change(Instant time, String kind, long amount, long balance, String reason, Optional<UUID> trainingUuid) {
        static Change of(CreditChange change) {
            return new Change(
                    change.time(),
                    word(change.kind()),
                    change.amount(),
                    change.balance(),
                    change.reason(),
                    change.booking().map(BookingId::value));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
