package ballast.history;

import java.util.List;

/// What at least one of several cursors gives, once.
final class Either implements Cursor {
    private final List<Cursor> cursors;
    private final boolean ascending;

    Either(List<Cursor> cursors, boolean ascending) {
        this.cursors = List.copyOf(cursors);
        this.ascending = ascending;
    }

    @Override
    public long seek(long bound) {
        long nearest = NONE;
        for (Cursor cursor : cursors) {
            long found = cursor.seek(bound);
            if (found != NONE && (nearest == NONE || (ascending ? found < nearest : found > nearest))) {
                nearest = found;
            }
        }
        return nearest;
    }
}
