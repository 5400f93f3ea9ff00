package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cursors give that are made of others, beside what sets of numbers give.
final class CursorsTest {
    private static final HistoryOptions ENDLESS = HistoryOptions.defaults().withStepsMax(Integer.MAX_VALUE);

    private final Random random = new Random(20_261_128);

    /// Some numbers, one after the other. Like those of the index, it is asked for bounds that never go back.
    private record Numbers(NavigableSet<Long> numbers, boolean ascending) implements Cursor {
        @Override
        public long seek(long bound) {
            Long found = ascending ? numbers.ceiling(bound) : numbers.floor(bound);
            return found == null ? NONE : found;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, 3, 5, 0, 3",
        "true, 3, 5, 3, 3",
        "true, 3, 5, 4, 4",
        "true, 3, 5, 5, 5",
        "true, 3, 5, 6, -1",
        "false, 3, 5, 9, 5",
        "false, 3, 5, 5, 5",
        "false, 3, 5, 4, 4",
        "false, 3, 5, 3, 3",
        "false, 3, 5, 2, -1",
        "true, 5, 4, 0, -1",
        "false, 5, 4, 9, -1",
    })
    void aSpanGivesEachOfItsNumbers(boolean ascending, long first, long last, long bound, long found) {
        assertThat(new Dense(new Span(first, last), ascending).seek(bound)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherGivesWhatAnyOfThemGivesOnce(boolean ascending) {
        for (int round = 0; round < 200; round++) {
            var sets = sets(random.nextInt(4));
            var union = new TreeSet<Long>();
            sets.forEach(union::addAll);
            assertThat(all(new Either(cursors(sets, ascending), ascending), ascending))
                    .containsExactlyElementsOf(ascending ? union : union.descendingSet());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothGiveWhatAllOfThemGive(boolean ascending) {
        for (int round = 0; round < 200; round++) {
            var sets = sets(2 + random.nextInt(3));
            var common = new TreeSet<>(sets.getFirst());
            sets.forEach(common::retainAll);
            var both = new Both(cursors(sets, ascending), new Budget(1, ENDLESS));
            assertThat(all(both, ascending)).containsExactlyElementsOf(ascending ? common : common.descendingSet());
        }
    }

    @Test
    void bothStopOnTheWayWhenTheBudgetIsUsedUpAndGoOnFromThere() {
        var odd = new TreeSet<Long>();
        var even = new TreeSet<Long>();
        for (long number = 1; number < 100; number += 2) {
            odd.add(number);
            even.add(number + 1);
        }
        odd.add(100L);
        var options = HistoryOptions.defaults().withStepsMax(10);
        var both = new Both(cursors(List.of(odd, even), true), new Budget(1, options));
        assertThat(both.seek(1)).describedAs("where the tenth step led").isEqualTo(10);
        var more = new Both(cursors(List.of(odd, even), true), new Budget(1, ENDLESS));
        assertThat(more.seek(10)).isEqualTo(100);
        var none = new Both(cursors(List.of(odd, new TreeSet<>()), true), new Budget(1, options));
        assertThat(none.seek(1)).isEqualTo(Cursor.NONE);
    }

    @Test
    void placesAreGivenByTheirPositions() {
        var places = new TreeSet<>(List.of(At.of(3, 0), At.of(3, 7), At.of(5, 2)));
        var ascending = new ByPosition(new Numbers(places, true), true);
        assertThat(ascending.seek(0)).isEqualTo(3);
        assertThat(ascending.seek(3)).isEqualTo(3);
        assertThat(ascending.seek(4)).isEqualTo(5);
        assertThat(ascending.seek(6)).isEqualTo(Cursor.NONE);
        assertThat(ascending.seek(Long.MAX_VALUE)).isEqualTo(Cursor.NONE);
        var descending = new ByPosition(new Numbers(places, false), false);
        assertThat(descending.seek(Long.MAX_VALUE)).isEqualTo(5);
        assertThat(descending.seek(5)).isEqualTo(5);
        assertThat(descending.seek(4)).isEqualTo(3);
        assertThat(descending.seek(3)).isEqualTo(3);
        assertThat(descending.seek(2)).isEqualTo(Cursor.NONE);
    }

    @Test
    void aSpanOfPositionsHasEveryPlaceInThem() {
        assertThat(new Span(3, 4).places()).isEqualTo(new Span(At.of(3, 0), At.of(4, At.ENTRY_MAX)));
        assertThat(new Span(Long.MAX_VALUE, 4).places().first()).isEqualTo(At.of(At.POSITION_MAX, 0));
    }

    @Test
    void aBudgetIsSpentByStepsOrBytesOrItems() {
        var options = HistoryOptions.defaults().withStepsMax(3).withPageBytesMax(100);
        var steps = new Budget(2, options);
        assertThat(steps.spend()).isTrue();
        assertThat(steps.spend()).isTrue();
        assertThat(steps.isSpent()).isFalse();
        assertThat(steps.spend()).isFalse();
        assertThat(steps.isSpent()).isTrue();
        var bytes = new Budget(2, options);
        bytes.take(99);
        assertThat(bytes.isSpent()).isFalse();
        var full = new Budget(2, options);
        full.take(100);
        assertThat(full.isSpent()).isTrue();
        var items = new Budget(2, options);
        items.take(1);
        assertThat(items.isSpent()).isFalse();
        items.take(1);
        assertThat(items.isSpent()).isTrue();
    }

    private List<NavigableSet<Long>> sets(int count) {
        var sets = new ArrayList<NavigableSet<Long>>();
        for (int i = 0; i < count; i++) {
            var set = new TreeSet<Long>();
            for (int left = random.nextInt(30); left > 0; left--) {
                set.add((long) random.nextInt(40));
            }
            sets.add(set);
        }
        return sets;
    }

    private static List<Cursor> cursors(List<NavigableSet<Long>> sets, boolean ascending) {
        return sets.stream().<Cursor>map(set -> new Numbers(set, ascending)).toList();
    }

    private static List<Long> all(Cursor cursor, boolean ascending) {
        var all = new ArrayList<Long>();
        long found = cursor.seek(ascending ? 0 : 50);
        while (found != Cursor.NONE) {
            all.add(found);
            assertThat(all.size()).describedAs("numbers below 40").isLessThanOrEqualTo(40);
            found = cursor.seek(ascending ? found + 1 : found - 1);
        }
        return all;
    }
}
