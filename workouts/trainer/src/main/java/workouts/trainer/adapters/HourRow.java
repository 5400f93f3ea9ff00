package workouts.trainer.adapters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workouts.trainer.domain.hour.Availability;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.TrainerId;

/// An hour as a row of its table.
final class HourRow {
    private HourRow() {}

    static Hour read(ResultSet row, int number) throws SQLException {
        var id = new HourId(new TrainerId(row.getObject("trainer", UUID.class)), instant(row, "starts_at"));
        return new Hour(id, availability(row));
    }

    private static Availability availability(ResultSet row) throws SQLException {
        var word = row.getString("availability");
        return switch (word) {
            case "CLOSED" -> new Availability.Closed();
            case "OPEN" -> new Availability.Open();
            case "HELD" ->
                new Availability.Held(new Reservation(
                        row.getObject("reservation", UUID.class), row.getObject("booking", UUID.class)));
            default -> throw new IllegalStateException("an hour cannot be " + word);
        };
    }

    static Map<String, @Nullable Object> columns(Hour hour) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("trainer", hour.id().trainer().value());
        columns.put("starts_at", column(hour.id().start()));
        switch (hour.availability()) {
            case Availability.Closed() -> put(columns, "CLOSED", null, null);
            case Availability.Open() -> put(columns, "OPEN", null, null);
            case Availability.Held(Reservation by) -> put(columns, "HELD", by.id(), by.booking());
        }
        return columns;
    }

    private static void put(
            Map<String, @Nullable Object> columns, String word, @Nullable UUID reservation, @Nullable UUID booking) {
        columns.put("availability", word);
        columns.put("reservation", reservation);
        columns.put("booking", booking);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// As `timestamptz`, which counts microseconds: what is finer is rounded, so whoever looks for an instant has to
    /// compare what was found.
    static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
