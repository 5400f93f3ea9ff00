package workouts.trainer.domain.hour;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Where hours and reservations are kept. An hour that was never kept is [Hour#untouched].
public interface HourRepository {
    Hour find(HourId id);

    /// A trainer's hours that begin within the span and are open or held, in order.
    ///
    /// @param from the first instant of the span
    /// @param until the first instant after it
    List<Hour> list(TrainerId trainer, Instant from, Instant until);

    /// Loads, decides and saves a trainer's hours in one transaction that nobody else's decision about any of them
    /// overlaps. All of them are saved, or none when the rule refuses one: [Decision#all] tells why.
    Decision<List<Hour>> update(TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule);

    /// The same for a reservation and the hour that it asks for. Nobody else's decision about this reservation overlaps
    /// either, whatever hour it is about.
    Decision<Claim> update(HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule);
}
