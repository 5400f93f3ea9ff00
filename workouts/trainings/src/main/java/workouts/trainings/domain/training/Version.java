package workouts.trainings.domain.training;

import java.nio.charset.StandardCharsets;

/// Stands for how a training is, to those who may see it: its time, its notes, what is proposed, whether it is
/// canceled. Whoever wants it changed says with it what he has seen. What follows from the clock is no part of it, nor
/// is a change that has not got anywhere yet.
public record Version(String value) {
    static Version of(Training training) {
        var seen = String.join(
                "\0",
                training.time().toString(),
                Boolean.toString(training.canceled()),
                training.proposal().map(it -> it.time() + " " + it.by()).orElse(""),
                training.notes().text());
        return new Version(NamedUuid.of("workouts.trainings.version", seen.getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
