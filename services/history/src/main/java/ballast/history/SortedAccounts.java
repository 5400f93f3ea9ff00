package ballast.history;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The terms of all accounts in the order of their keys: by address and then asset, byte by byte.
///
/// Sorted runs that are never changed, of which two are merged when they are of like size, and the newest few unsorted:
/// four bytes an account. One thread adds; a [Walk] sees the accounts that were there when it began.
final class SortedAccounts {
    private static final int RECENT_MAX = 512;

    private final Terms terms;
    private volatile Content content = new Content(new int[0][], new int[RECENT_MAX], 0);

    SortedAccounts(Terms terms) {
        this.terms = terms;
    }

    /// @param recent as many as `count` says, unsorted; the rest may yet be filled
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(int[][] runs, int[] recent, int count) {}

    void add(int term) {
        Content now = content;
        now.recent()[now.count()] = term;
        Content next = new Content(now.runs(), now.recent(), now.count() + 1);
        content = next.count() == RECENT_MAX
                ? new Content(merged(now.runs(), sorted(now.recent())), new int[RECENT_MAX], 0)
                : next;
    }

    /// The accounts whose keys begin like this and are not below a lower bound, in order.
    Walk walk(TermKey prefix, TermKey lower) {
        Content now = content;
        int[] recent = Arrays.stream(now.recent(), 0, now.count())
                .filter(term -> startsWith(term, prefix) && compare(terms.key(term), lower) >= 0)
                .toArray();
        int[][] runs = Arrays.copyOf(now.runs(), now.runs().length + 1);
        runs[runs.length - 1] = sorted(recent);
        return new Walk(runs, prefix, lower);
    }

    /// Gives one term after the other. Used by one thread.
    final class Walk {
        private final int[][] runs;
        private final int[] places;
        private final TermKey prefix;

        Walk(int[][] runs, TermKey prefix, TermKey lower) {
            this.runs = runs;
            this.prefix = prefix;
            this.places = new int[runs.length];
            for (int i = 0; i < runs.length; i++) {
                places[i] = lowerBound(runs[i], compare(prefix, lower) > 0 ? prefix : lower);
            }
        }

        /// The next account's term, or [Terms#NONE].
        int next() {
            int least = -1;
            for (int i = 0; i < runs.length; i++) {
                if (places[i] < runs[i].length && (least < 0 || compare(term(i), term(least)) < 0)) {
                    least = i;
                }
            }
            if (least < 0 || !startsWith(term(least), prefix)) {
                return Terms.NONE;
            }
            int term = term(least);
            places[least]++;
            return term;
        }

        private int term(int run) {
            return runs[run][places[run]];
        }
    }

    private int[][] merged(int[][] runs, int[] newest) {
        int count = runs.length;
        int[] last = newest;
        while (count > 0 && runs[count - 1].length < 2 * last.length) {
            last = merge(runs[--count], last);
        }
        int[][] result = Arrays.copyOf(runs, count + 1);
        result[count] = last;
        return result;
    }

    private int[] merge(int[] left, int[] right) {
        int[] result = new int[left.length + right.length];
        int l = 0;
        int r = 0;
        for (int i = 0; i < result.length; i++) {
            if (l == left.length) {
                result[i] = right[r++];
            } else if (r == right.length) {
                result[i] = left[l++];
            } else {
                result[i] = compare(left[l], right[r]) < 0 ? left[l++] : right[r++];
            }
        }
        return result;
    }

    private int[] sorted(int[] some) {
        return Arrays.stream(some)
                .boxed()
                .sorted(this::compare)
                .mapToInt(term -> term)
                .toArray();
    }

    private int lowerBound(int[] run, TermKey lower) {
        int from = 0;
        int to = run.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (compare(terms.key(run[middle]), lower) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean startsWith(int term, TermKey prefix) {
        MemorySegment key = terms.key(term);
        int at = 0;
        while (at < prefix.length && byteAt(key, at) == prefix.bytes[at]) {
            at++;
        }
        return at == prefix.length;
    }

    private int compare(int left, int right) {
        MemorySegment a = terms.key(left);
        MemorySegment b = terms.key(right);
        long differs = Math.max(0, a.mismatch(b)); // all begin alike, with the kind
        return byteAt(a, differs) - byteAt(b, differs);
    }

    private static int compare(MemorySegment key, TermKey bound) {
        int at = 0;
        while (at < bound.length && byteAt(key, at) == bound.bytes[at]) {
            at++;
        }
        return byteAt(key, at) - (at < bound.length ? bound.bytes[at] & 0xFF : -1);
    }

    private static int compare(TermKey left, TermKey right) {
        return Arrays.compareUnsigned(left.bytes, 0, left.length, right.bytes, 0, right.length);
    }

    private static int byteAt(MemorySegment key, long at) {
        return at < key.byteSize() ? key.get(ValueLayout.JAVA_BYTE, at) & 0xFF : -1;
    }
}
