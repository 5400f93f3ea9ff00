package workouts.e2e.acceptance;

/// What can become of a call between two services.
enum Fault {
    NONE,
    /// Nobody is there.
    AWAY,
    /// It fails before anything is done.
    FAILS,
    /// It is done, and the answer never comes.
    LOSES_THE_ANSWER,
    /// It arrives twice.
    DOUBLES,
    /// It arrives when nobody waits for it any more.
    COMES_LATE
}
