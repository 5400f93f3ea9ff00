package workouts.trainings.adapters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Proposal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// A training as a row of its table.
final class TrainingRow {
    private TrainingRow() {}

    static Training read(ResultSet row, int number) throws SQLException {
        return new Training(
                new TrainingId(row.getObject("id", UUID.class)),
                new Attendee(row.getObject("attendee", UUID.class), row.getString("attendee_name")),
                new Reservation(
                        row.getObject("reservation", UUID.class),
                        row.getObject("trainer", UUID.class),
                        Timestamps.instant(row, "starts_at")),
                new Notes(row.getString("notes")),
                row.getBoolean("canceled"),
                proposal(row),
                Optional.ofNullable(row.getObject("change", UUID.class)).map(ChangeId::new));
    }

    private static Optional<Proposal> proposal(ResultSet row) throws SQLException {
        var time = Timestamps.optional(row, "proposed_time");
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(time.get(), Role.valueOf(row.getString("proposed_by"))));
    }

    static Map<String, @Nullable Object> columns(Training training) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", training.id().value());
        columns.put("attendee", training.attendee().id());
        columns.put("attendee_name", training.attendee().name());
        columns.put("trainer", training.trainer());
        columns.put("starts_at", Timestamps.column(training.time()));
        columns.put("reservation", training.hour().id());
        columns.put("notes", training.notes().text());
        columns.put("canceled", training.canceled());
        columns.put("proposed_time", Timestamps.column(training.proposal().map(Proposal::time)));
        columns.put("proposed_by", training.proposal().map(it -> it.by().name()).orElse(null));
        columns.put("change", training.change().map(ChangeId::value).orElse(null));
        return columns;
    }
}
