package workouts.trainer;

import workouts.chassis.Surroundings;

/// The program: serves the trainer's hours until it is told to stop.
public final class Main {
    private Main() {}

    /// Starts the service and lets it run.
    ///
    /// @param arguments settings, as `--name=value`
    public static void main(String[] arguments) {
        TrainerService.SERVICE.start(Surroundings.real(), arguments);
    }
}
