package workouts.trainings;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.chassis.ChassisSettings;
import workouts.chassis.settings.SettingsReader;

/// What the service has to be told, and what it may be told.
///
/// @param houseTrainer whom a booking is with that names nobody
/// @param zone of the gym: what a full hour is
record TrainingsSettings(
        ChassisSettings chassis, UUID houseTrainer, ZoneId zone, Neighbour trainer, Neighbour users, Pace pace) {
    /// A service that is called.
    ///
    /// @param target `host:port`
    /// @param deadline of one call
    record Neighbour(String target, Duration deadline) {}

    /// How fast sagas are driven.
    ///
    /// @param answerWithin how long a request waits for its own saga
    /// @param relayEvery how often what was left behind is looked for
    record Pace(Duration answerWithin, Duration relayEvery) {}

    /// A call that takes longer is as good as lost; the neighbours answer in milliseconds.
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration RELAY_EVERY = Duration.ofMillis(500);

    /// Reads `workouts.house-trainer`, `workouts.zone`, `workouts.trainer.target` and `.deadline`,
    /// `workouts.users.target` and `.deadline`, `workouts.trainings.answer-within` and `.relay-every`, and what the
    /// chassis reads.
    static Supplier<TrainingsSettings> read(SettingsReader reader) {
        var chassis = ChassisSettings.read(reader, "trainings", 0);
        var houseTrainer = reader.uuid("workouts.house-trainer");
        var zone = reader.zone("workouts.zone", ZoneOffset.UTC);
        var trainer = neighbour(reader, "workouts.trainer");
        var users = neighbour(reader, "workouts.users");
        var pace = new Pace(
                reader.duration("workouts.trainings.answer-within", ANSWER_WITHIN),
                reader.duration("workouts.trainings.relay-every", RELAY_EVERY));
        return () -> new TrainingsSettings(chassis.get(), houseTrainer, zone, trainer, users, pace);
    }

    private static Neighbour neighbour(SettingsReader reader, String name) {
        return new Neighbour(reader.text(name + ".target"), reader.duration(name + ".deadline", DEADLINE));
    }

    /// The longer of the two.
    Duration callDeadline() {
        return trainer.deadline().compareTo(users.deadline()) > 0 ? trainer.deadline() : users.deadline();
    }
}
