package workouts.chassis.handlers;

import java.util.Optional;

/// An outcome that may be a refusal. Outcomes that say so are counted as what they are.
public interface Refusable {
    /// The reason, from a closed list; empty: it was done.
    Optional<String> refusalSlug();
}
