package ballast.virtualmachine;

import java.util.ArrayList;
import java.util.List;

/// Some of the legs of a transaction, each 0 to 255.
record LegSet(long first, long second, long third, long fourth) {
    static final LegSet NONE = new LegSet(0, 0, 0, 0);

    LegSet with(int leg) {
        long bit = 1L << leg;
        return switch (leg / Long.SIZE) {
            case 0 -> new LegSet(first | bit, second, third, fourth);
            case 1 -> new LegSet(first, second | bit, third, fourth);
            case 2 -> new LegSet(first, second, third | bit, fourth);
            default -> new LegSet(first, second, third, fourth | bit);
        };
    }

    boolean isEmpty() {
        return (first | second | third | fourth) == 0;
    }

    /// In ascending order.
    List<Integer> legs() {
        var legs = new ArrayList<Integer>();
        collect(first, 0, legs);
        collect(second, Long.SIZE, legs);
        collect(third, 2 * Long.SIZE, legs);
        collect(fourth, 3 * Long.SIZE, legs);
        return legs;
    }

    private static void collect(long bits, int base, List<Integer> legs) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            legs.add(base + Long.numberOfTrailingZeros(rest));
        }
    }
}
