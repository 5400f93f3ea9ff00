package ballast.statestorage;

import java.util.Arrays;

/// The sizes that records are rounded up to, so that a record can take the place of any freed one of its class and a
/// value has some room to grow. Steps of 16 bytes up to 128, of a quarter of a power of two above: at most a fifth of a
/// large record is unused.
final class SizeClasses {
    /// Header, key and value at their longest.
    static final int RECORD_BYTES_MAX = Records.HEADER_BYTES + KeyBatch.KEY_BYTES_MAX + Records.VALUE_BYTES_MAX;

    static final int STEP_BYTES = 16;

    private static final int[] BYTES = sizes();
    private static final byte[] CLASS_OF_STEPS = classes();

    private SizeClasses() {}

    /// The smallest class that holds so many bytes.
    static int classFor(int recordBytes) {
        return CLASS_OF_STEPS[steps(recordBytes)];
    }

    /// How many bytes a record of the class takes.
    static int bytes(int sizeClass) {
        return BYTES[sizeClass];
    }

    static int count() {
        return BYTES.length;
    }

    private static int steps(int recordBytes) {
        return (recordBytes + STEP_BYTES - 1) / STEP_BYTES;
    }

    private static int[] sizes() {
        int largest = steps(RECORD_BYTES_MAX) * STEP_BYTES;
        int[] sizes = new int[64];
        int count = 0;
        for (int size = STEP_BYTES; size < largest; size += Math.max(STEP_BYTES, Integer.highestOneBit(size) / 4)) {
            sizes[count++] = size;
        }
        sizes[count++] = largest;
        return Arrays.copyOf(sizes, count);
    }

    private static byte[] classes() {
        byte[] classes = new byte[steps(RECORD_BYTES_MAX) + 1];
        int sizeClass = 0;
        for (int steps = 0; steps < classes.length; steps++) {
            if (steps * STEP_BYTES > BYTES[sizeClass]) {
                sizeClass++;
            }
            classes[steps] = (byte) sizeClass;
        }
        return classes;
    }
}
