package workouts.trainer.app.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import workouts.chassis.handlers.Refusable;
import workouts.trainer.domain.hour.TrainerId;

/// The days of a trainer from one to another, both included, and their hours.
public record Calendar(TrainerId trainer, LocalDate from, LocalDate to) {
    /// A quarter of a year.
    public static final int DAYS_MAX = 92;

    /// Why there is no such calendar, in order of precedence.
    public enum Fault {
        FROM_AFTER_TO("date-from-after-date-to"),
        RANGE_TOO_LONG("range-too-long");

        private final String slug;

        Fault(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }

    public sealed interface Answer extends Refusable {
        /// In order, without a gap.
        record Days(List<Day> days) implements Answer {
            public Days {
                days = List.copyOf(days);
            }

            @Override
            public Optional<String> refusalSlug() {
                return Optional.empty();
            }
        }

        record Refused(Fault fault) implements Answer {
            @Override
            public Optional<String> refusalSlug() {
                return Optional.of(fault.slug());
            }
        }
    }

    /// A day as the business's clocks show it.
    ///
    /// @param hours every working hour, and hours that were booked when other hours were working hours, in order
    public record Day(LocalDate date, List<Entry> hours) {
        public Day {
            hours = List.copyOf(hours);
        }

        /// Whether an hour can be booked now.
        public boolean hasFreeHours() {
            return hours.stream().anyMatch(Entry::available);
        }
    }

    /// An hour of a day.
    ///
    /// @param available it can be booked now
    /// @param booked a training holds it
    public record Entry(Instant start, boolean available, boolean booked) {}
}
