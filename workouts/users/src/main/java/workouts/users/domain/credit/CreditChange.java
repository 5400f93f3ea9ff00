package workouts.users.domain.credit;

import java.time.Instant;
import java.util.Optional;

/// One change of what a person can spend.
///
/// @param amount what came; negative: what went
/// @param balance what could be spent right after it
/// @param booking what it was about, if it was about a booking
public record CreditChange(
        Instant time, Kind kind, long amount, long balance, String reason, Optional<BookingId> booking) {
    /// What sort of change it is. A capture is none: what it spends was set aside before.
    public enum Kind {
        GRANTED("credits granted"),
        TAKEN("credits taken"),
        BOOKED("training booked"),
        RELEASED("booking given up"),
        REFUNDED("training cancelled"),
        FINED("training cancelled late by the gym");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /// What the statement says where nobody gave a reason.
        public String reason() {
            return reason;
        }
    }
}
