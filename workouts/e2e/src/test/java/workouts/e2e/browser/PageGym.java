package workouts.e2e.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import workouts.e2e.acceptance.GymInOneProcess;

/// The gyms of these tests. Each is started once and goes with the JVM.
final class PageGym {
    /// A Wednesday.
    private static final Instant BEGINNING = Instant.parse("2027-03-10T09:30:00Z");

    /// Whole weeks, and more than hours can be opened ahead.
    private static final Duration APART = Duration.ofDays(56);

    /// Every hour of a test lies in the year of its beginning, so that no page has to name the year.
    private static final Duration AHEAD = Duration.ofDays(50);

    /// Long enough on a busy machine, short enough to be waited for where a part is away.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private static final class Utc {
        static final PageGym ONE = new PageGym(ZoneOffset.UTC, BEGINNING, APART);
    }

    private static final class Warsaw {
        static final PageGym ONE =
                new PageGym(ZoneId.of("Europe/Warsaw"), Instant.parse("2026-03-01T09:00:00Z"), Duration.ZERO);
    }

    private final GymInOneProcess network;
    private final Duration apart;
    private Instant next;

    private PageGym(ZoneId zone, Instant beginning, Duration apart) {
        this.network = new GymInOneProcess(beginning, zone, ANSWER_WITHIN);
        this.next = beginning;
        this.apart = apart;
    }

    /// For each test it is eight weeks later, or more at the end of a year.
    static PageGym inUtc() {
        return Utc.ONE;
    }

    /// Whose tests say themselves what time it is.
    static PageGym inWarsaw() {
        return Warsaw.ONE;
    }

    GymInOneProcess network() {
        return network;
    }

    /// Makes it a time at which no hour is open and no training ahead.
    void turnOver() {
        if (apart.isPositive()) {
            network.clock().set(next);
            do {
                next = next.plus(apart);
            } while (year(next) != year(next.plus(AHEAD)));
        }
    }

    private static int year(Instant time) {
        return time.atZone(ZoneOffset.UTC).getYear();
    }
}
