package workouts.trainer;

import java.time.ZoneId;
import java.util.function.Supplier;
import workouts.chassis.ChassisSettings;
import workouts.chassis.settings.SettingsReader;
import workouts.trainer.domain.hour.Timetable;
import workouts.trainer.domain.hour.TrainerId;

/// What the service has to be told.
///
/// @param house the trainer who is meant where a request names none
record TrainerSettings(ChassisSettings chassis, TrainerId house, Timetable timetable) {
    private static final int GRPC_PORT = 3010;
    private static final int FIRST_HOUR = 12;
    private static final int LAST_HOUR = 20;
    private static final int WEEKS_AHEAD = 6;

    /// Reads `workouts.house-trainer`, `workouts.zone`, `workouts.trainer.first-hour`, `.last-hour`,
    /// `.weeks-ahead`, and what every service reads.
    static Supplier<TrainerSettings> read(SettingsReader reader) {
        var chassis = ChassisSettings.read(reader, "trainer", GRPC_PORT);
        var house = reader.uuid("workouts.house-trainer");
        var zone = reader.zone("workouts.zone", ZoneId.of("UTC"));
        int first = reader.number("workouts.trainer.first-hour", FIRST_HOUR, 0, Timetable.HOUR_MAX);
        int last = reader.number("workouts.trainer.last-hour", LAST_HOUR, 0, Timetable.HOUR_MAX);
        int weeks = reader.number("workouts.trainer.weeks-ahead", WEEKS_AHEAD, 1, Timetable.WEEKS_MAX);
        Timetable.faults(first, last, weeks).forEach(reader::fault);
        return () -> new TrainerSettings(chassis.get(), new TrainerId(house), new Timetable(zone, first, last, weeks));
    }
}
