package ballast.history;

import ballast.types.history.v1.Range;

/// Ranges of a question as spans of positions.
final class Times {
    private Times() {}

    /// The positions of a range, up to the newest that the question sees.
    static Span positions(Range range, long newest) {
        long from = range.hasFrom() ? Checks.bound(range.getFrom()) : 1;
        long to = range.hasTo() ? Checks.bound(range.getTo()) : newest;
        return new Span(Math.max(1, from), Math.min(to, newest));
    }

    /// The positions that were committed within a range of times.
    static Span committed(Range range, Span within, Reading reading) {
        long first = within.first();
        long last = within.last();
        if (range.hasFrom()) {
            first = Math.max(first, reading.lastCommittedAtOrBefore(Checks.bound(range.getFrom()) - 1, last) + 1);
        }
        if (range.hasTo()) {
            last = reading.lastCommittedAtOrBefore(Checks.bound(range.getTo()), last);
        }
        return new Span(first, last);
    }

    static boolean contains(Range range, long number) {
        return (!range.hasFrom() || number >= Checks.bound(range.getFrom()))
                && (!range.hasTo() || number <= Checks.bound(range.getTo()));
    }
}
