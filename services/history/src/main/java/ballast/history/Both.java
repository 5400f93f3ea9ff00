package ballast.history;

import java.util.List;

/// What all of several cursors give. Each leaps to where another one stands. When the budget of the page is used up on
/// the way, it gives the number at which it has come so far, which may not be one of theirs.
final class Both implements Cursor {
    private final List<Cursor> cursors;
    private final Budget budget;

    Both(List<Cursor> cursors, Budget budget) {
        this.cursors = List.copyOf(cursors);
        this.budget = budget;
    }

    @Override
    public long seek(long bound) {
        long candidate = bound;
        int agreed = 0;
        for (int i = 0; agreed < cursors.size(); i = (i + 1) % cursors.size()) {
            long found = cursors.get(i).seek(candidate);
            if (found == NONE) {
                return NONE;
            }
            agreed = found == candidate ? agreed + 1 : 1;
            candidate = found;
            if (agreed == 1 && !budget.spend()) {
                return candidate;
            }
        }
        return candidate;
    }
}
