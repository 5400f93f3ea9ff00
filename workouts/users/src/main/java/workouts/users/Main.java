package workouts.users;

import workouts.chassis.Surroundings;

/// The program: serves people and their credits until it is told to stop.
public final class Main {
    private Main() {}

    /// Starts the service.
    ///
    /// @param arguments settings, as `--name=value`
    public static void main(String[] arguments) {
        UsersService.SERVICE.start(Surroundings.real(), arguments);
    }
}
