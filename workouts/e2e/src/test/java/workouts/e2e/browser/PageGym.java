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

    /// Long enough on a busy machine, short enough to be waited for where a part is away.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private static final class Utc {
        static final PageGym ONE = new PageGym(ZoneOffset.UTC);
    }

    private static final class Warsaw {
        static final PageGym ONE = new PageGym(ZoneId.of("Europe/Warsaw"));
    }

    private final GymInOneProcess network;
    private Instant next = BEGINNING;

    private PageGym(ZoneId zone) {
        network = new GymInOneProcess(BEGINNING, zone, ANSWER_WITHIN);
    }

    static PageGym inUtc() {
        return Utc.ONE;
    }

    static PageGym inWarsaw() {
        return Warsaw.ONE;
    }

    GymInOneProcess network() {
        return network;
    }

    /// Makes it a Wednesday morning with no hour open and no training ahead.
    void turnOver() {
        network.clock().set(next);
        next = next.plus(APART);
    }
}
