package ballast.history;

/// The occurrences of one term in a part of history, either way. A cursor over places ([At]).
final class Chain {
    private Chain() {}

    /// @param term may be [Terms#NONE]
    static Cursor over(Reading reading, int term, Span span, boolean ascending) {
        long head = term == Terms.NONE ? 0 : reading.terms().head(term);
        Posting last = new Posting();
        reading.postings().seekAtOrBefore(head, span.last(), last);
        return ascending
                ? new Ascending(reading.postings(), last, span.first())
                : new Descending(reading.postings(), last, span.first());
    }

    private static final class Descending implements Cursor {
        private final Postings postings;
        private final Posting current;
        private final long first;

        Descending(Postings postings, Posting last, long first) {
            this.postings = postings;
            this.current = last;
            this.first = first;
        }

        @Override
        public long seek(long bound) {
            if (current.at > bound) {
                postings.seekAtOrBefore(current.number, bound, current);
            }
            return current.at >= first ? current.at : NONE;
        }
    }

    /// Finds where to go on from the end and takes a few at a time from there, the more the longer it goes on.
    private static final class Ascending implements Cursor {
        private static final int WINDOW_MAX = 1_024;

        private final Postings postings;
        private final Posting last;
        private final long first;
        private final Posting current = new Posting();
        private final long[] window = new long[WINDOW_MAX];
        private int size;
        private int at;
        private long endOrdinal;

        Ascending(Postings postings, Posting last, long first) {
            this.postings = postings;
            this.last = last;
            this.first = first;
        }

        @Override
        public long seek(long bound) {
            long from = Math.max(bound, first);
            if (from > last.at) {
                return NONE;
            }
            while (at < size && window[at] < from) {
                at++;
            }
            if (at == size) {
                fill(from);
            }
            return window[at];
        }

        /// Takes the next ones that are not before a place; there is one.
        private void fill(long from) {
            int wanted = Math.min(WINDOW_MAX, Math.max(8, 2 * size));
            postings.seekOrdinal(last.number, Math.min(last.ordinal, endOrdinal + wanted), current);
            long before = endOrdinal;
            if (size == 0 || current.at < from) {
                postings.seekAtOrBefore(last.number, from - 1, current);
                before = current.ordinal;
                wanted = 8;
                postings.seekOrdinal(last.number, Math.min(last.ordinal, before + wanted), current);
            }
            endOrdinal = current.ordinal;
            size = (int) (endOrdinal - before);
            at = size;
            while (at > 0) {
                window[--at] = current.at;
                postings.read(current.before, current);
            }
            while (window[at] < from) {
                at++;
            }
        }
    }
}
