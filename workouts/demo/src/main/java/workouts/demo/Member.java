package workouts.demo;

/// A process of the demo, in the order in which they start.
public enum Member {
    BALLAST("ballast", "ballast.node.Main", 8080, 0, "/readyz"),
    USERS("users", "workouts.users.Main", 3002, 3020, "/actuator/health/readiness"),
    TRAINER("trainer", "workouts.trainer.Main", 3000, 3010, "/actuator/health/readiness"),
    TRAININGS("trainings", "workouts.trainings.Main", 3001, 3011, "/actuator/health/readiness");

    private final String title;
    private final String mainClass;
    private final int httpPort;
    private final int grpcPort;
    private final String readiness;

    Member(String title, String mainClass, int httpPort, int grpcPort, String readiness) {
        this.title = title;
        this.mainClass = mainClass;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
        this.readiness = readiness;
    }

    /// What it is called in logs and files.
    public String title() {
        return title;
    }

    String mainClass() {
        return mainClass;
    }

    /// Where it listens when nothing else is wanted.
    int httpPort() {
        return httpPort;
    }

    /// As above; Ballast has one port for both.
    int grpcPort() {
        return grpcPort;
    }

    /// What answers 200 as soon as it takes requests.
    String readiness() {
        return readiness;
    }
}
