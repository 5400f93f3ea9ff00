package workouts.trainings.testing;

/// The process ends here, in the middle of what it does; nothing that is written to a store is lost.
public final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessKilled(String where) {
        super(where);
    }
}
