package workouts.e2e.acceptance;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Has the database refuse transactions at their very end, when everything in them has succeeded: a check that is
/// deferred to the commit, and fails.
final class FailingCommits implements AutoCloseable {
    static final int ALWAYS = Integer.MAX_VALUE;

    private final JdbcClient database;

    /// @param what a transaction has to do to fail, as in `insert or update on trainer.hours`
    /// @param times how many fail
    FailingCommits(JdbcClient database, String what, int times) {
        this.database = database;
        execute("create sequence failed_commits");
        execute("""
                create function fail_commit() returns trigger language plpgsql as $$
                begin
                    if nextval('failed_commits') <= %d then
                        raise exception 'the commit fails' using errcode = 'serialization_failure';
                    end if;
                    return null;
                end $$""".formatted(times));
        execute("create constraint trigger fail_commit after " + what
                + " deferrable initially deferred for each row execute function fail_commit()");
    }

    /// Whether any did.
    boolean failed() {
        return database.sql("select is_called from failed_commits")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        execute("drop function fail_commit() cascade");
        execute("drop sequence failed_commits");
    }

    /// All of it is our own text.
    private void execute(String statement) {
        var _ = database.sql(statement).update();
    }
}
