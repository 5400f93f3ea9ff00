package workouts.trainer.adapters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Standing;

/// A reservation as a row of its table.
final class ReservationRow {
    private ReservationRow() {}

    /// What the row says about this hour and this booking.
    static Standing standing(ResultSet row, HourId hour, Reservation reservation) throws SQLException {
        if (row.getBoolean("ended")) {
            return Standing.ENDED;
        }
        boolean same = row.getObject("booking", UUID.class).equals(reservation.booking())
                && row.getObject("trainer", UUID.class).equals(hour.trainer().value())
                && HourRow.instant(row, "starts_at").equals(hour.start());
        return same ? Standing.HOLDS : Standing.STANDS_FOR_ANOTHER;
    }
}
