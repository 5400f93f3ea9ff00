package workouts.trainings.app.saga;

import java.time.Duration;

/// How fast sagas are driven.
///
/// @param lease how long others keep off a call; longer than a call's deadline
/// @param firstDelay before a call without an answer is made again; doubled with each attempt
/// @param delayMax where doubling ends
/// @param answerWithin how long a request drives its own saga before it answers that it is still in progress
/// @param lookAgain how often a request looks whether somebody else has finished what it waits for
public record SagaPace(
        Duration lease, Duration firstDelay, Duration delayMax, Duration answerWithin, Duration lookAgain) {
    private static final int DOUBLINGS_MAX = 20;

    /// How often a request pauses at most, whatever the clock says.
    long pausesMax() {
        return answerWithin.dividedBy(lookAgain);
    }

    /// The pause after this attempt, counted from 1.
    Duration delayAfter(int attempt) {
        var delay = firstDelay.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, DOUBLINGS_MAX));
        return delay.compareTo(delayMax) < 0 ? delay : delayMax;
    }
}
