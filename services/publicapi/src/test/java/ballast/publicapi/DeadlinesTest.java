package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
    private final List<String> passed = new ArrayList<>();
    private final Deadlines deadlines = new Deadlines(Duration.ofNanos(10));
    private final Deadline first = named("first");
    private final Deadline second = named("second");
    private final Deadline third = named("third");

    @Test
    void passesWhenItsTimeIsOverAndNotBefore() {
        deadlines.start(first, 100);
        deadlines.tick(109);
        assertThat(passed).isEmpty();
        deadlines.tick(110);
        assertThat(passed).containsExactly("first");
        deadlines.tick(1_000);
        assertThat(passed).containsExactly("first");
    }

    @Test
    void passesInTheOrderOfStart() {
        startAll();
        deadlines.tick(111);
        assertThat(passed).containsExactly("first", "second");
        deadlines.tick(112);
        assertThat(passed).containsExactly("first", "second", "third");
    }

    @Test
    void doesNotPassAfterItWasStopped() {
        for (var stopped : List.of(first, second, third)) {
            passed.clear();
            startAll();
            Deadlines.stop(stopped);
            deadlines.tick(1_000);
            assertThat(passed).hasSize(2);
        }
    }

    @Test
    void stoppingTwiceIsStoppingOnce() {
        startAll();
        Deadlines.stop(second);
        Deadlines.stop(second);
        deadlines.tick(1_000);
        assertThat(passed).containsExactly("first", "third");
    }

    @Test
    void startingAgainMovesToTheEnd() {
        startAll();
        deadlines.start(first, 103);
        deadlines.tick(112);
        assertThat(passed).containsExactly("second", "third");
        deadlines.tick(113);
        assertThat(passed).containsExactly("second", "third", "first");
    }

    @Test
    void startingInAnotherListLeavesThisOne() {
        var others = new Deadlines(Duration.ofNanos(1_000));
        deadlines.start(first, 100);
        others.start(first, 100);
        deadlines.tick(500);
        assertThat(passed).isEmpty();
        others.tick(1_100);
        assertThat(passed).containsExactly("first");
    }

    @Test
    void survivesTheClocksOverflow() {
        deadlines.start(first, Long.MAX_VALUE - 5);
        deadlines.tick(Long.MAX_VALUE);
        assertThat(passed).isEmpty();
        deadlines.tick(Long.MIN_VALUE + 4);
        assertThat(passed).containsExactly("first");
    }

    private void startAll() {
        deadlines.start(first, 100);
        deadlines.start(second, 101);
        deadlines.start(third, 102);
    }

    private Deadline named(String name) {
        return new Deadline() {
            @Override
            void passed() {
                passed.add(name);
            }
        };
    }
}
