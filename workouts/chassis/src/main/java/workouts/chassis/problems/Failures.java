package workouts.chassis.problems;

import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Turns whatever was thrown into a problem, for both boundaries. What is not meant for callers is logged here,
/// once, and is not part of the answer.
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static Problem problem(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            if (problem.kind() == Kind.FAULT) {
                LOG.error("a request failed", problem);
            }
            return problem;
        }
        if (isOutage(thrown)) {
            LOG.warn("the database did not answer: {}", thrown.getClass().getSimpleName(), thrown);
            return Problem.unavailable();
        }
        LOG.error("a request failed", thrown);
        return Problem.fault();
    }

    /// The database is away, too slow, or took back what it was doing: another try may go through.
    private static boolean isOutage(Throwable thrown) {
        return thrown instanceof CannotCreateTransactionException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof SQLTransientConnectionException;
    }
}
