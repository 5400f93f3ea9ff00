package workouts.trainings;

import workouts.chassis.Surroundings;

/// Starts the service in a process of its own.
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        TrainingsService.SERVICE.start(Surroundings.real(), arguments);
    }
}
