package ballast.statestorage;

import java.util.Arrays;

/// Sorts records by key, as unsigned bytes.
///
/// A radix sort over words of the key: a word is loaded from each record once, all records are sorted by it with stable
/// counting passes over its bytes, and records that share it are sorted by the next word. The work does not depend on
/// how the keys are chosen. Needs 24 bytes of heap a record besides the addresses. No two keys may be equal.
final class KeySort {
    /// Below this many records, shifting them one by one is cheaper than counting.
    private static final int SMALL = 48;

    private static final int RADIX = 256;
    private static final int KEY_BYTES_PER_WORD = 7;

    private final Records records;
    private final long[] addresses;
    private final long[] words;
    private final long[] otherAddresses;
    private final long[] otherWords;
    private final int[] counts = new int[Long.BYTES * RADIX];

    private KeySort(Records records, long[] addresses) {
        this.records = records;
        this.addresses = addresses;
        this.words = new long[addresses.length];
        this.otherAddresses = new long[addresses.length];
        this.otherWords = new long[addresses.length];
    }

    /// Puts addresses into the order of their keys.
    static void sort(Records records, long[] addresses) {
        new KeySort(records, addresses).sort(0, addresses.length, 0);
    }

    private void sort(int from, int to, int depth) {
        for (int i = from; i < to; i++) {
            words[i] = records.sortWord(addresses[i], depth);
        }
        if (to - from < SMALL) {
            insertionSort(from, to);
        } else {
            radixSort(from, to);
        }
        int group = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || words[i] != words[group]) {
                if (i - group > 1) {
                    sort(group, i, depth + KEY_BYTES_PER_WORD);
                }
                group = i;
            }
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long word = words[i];
            long address = addresses[i];
            int hole = i;
            while (hole > from && Long.compareUnsigned(words[hole - 1], word) > 0) {
                words[hole] = words[hole - 1];
                addresses[hole] = addresses[hole - 1];
                hole--;
            }
            words[hole] = word;
            addresses[hole] = address;
        }
    }

    private void radixSort(int from, int to) {
        count(from, to);
        for (int digit = 0; digit < Long.BYTES; digit++) {
            if (counts[digit * RADIX + digitOf(words[from], digit)] < to - from) {
                pass(from, to, digit);
            }
        }
    }

    private void count(int from, int to) {
        Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            for (int digit = 0; digit < Long.BYTES; digit++) {
                counts[digit * RADIX + digitOf(words[i], digit)]++;
            }
        }
    }

    /// Sorts by one byte and keeps the order of those that share it.
    private void pass(int from, int to, int digit) {
        int next = from;
        for (int bucket = digit * RADIX; bucket < (digit + 1) * RADIX; bucket++) {
            int size = counts[bucket];
            counts[bucket] = next;
            next += size;
        }
        for (int i = from; i < to; i++) {
            int place = counts[digit * RADIX + digitOf(words[i], digit)]++;
            otherWords[place] = words[i];
            otherAddresses[place] = addresses[i];
        }
        System.arraycopy(otherWords, from, words, from, to - from);
        System.arraycopy(otherAddresses, from, addresses, from, to - from);
    }

    /// The byte of a word, 0 for its lowest.
    private static int digitOf(long word, int digit) {
        return (int) (word >>> (digit * Byte.SIZE)) & (RADIX - 1);
    }
}
