package ballast.statestorage.testing;

import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Blocks made by chance from a seed, beside the map that tells what they must add up to.
///
/// Keys come from a small set of mixed lengths, so that they are overwritten, removed and set again; one value in four
/// is empty. The seed is taken from the system property `ballast.seed`, else from the clock, and printed.
final class RandomBlocks {
    private final RandomGenerator random;
    private final List<ByteString> keys = new ArrayList<>();
    private final Map<ByteString, ByteString> model = new TreeMap<>(ByteString.unsignedLexicographicalComparator());

    RandomBlocks(int keyCount) {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("-Dballast.seed=%d%n", seed);
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Set<ByteString> distinct = new LinkedHashSet<>();
        while (distinct.size() < keyCount) {
            distinct.add(bytes(random.nextInt(8) == 0 ? 255 : 1 + random.nextInt(40)));
        }
        keys.addAll(distinct);
    }

    /// The differences of a next block, already added to the model; now and then there are none.
    List<StateDifference> next(int differencesMax) {
        return drawn(random.nextInt(differencesMax + 1));
    }

    /// A block that is missed if it is lost, or half of it: so many draws cannot all leave the state as it was.
    List<StateDifference> full(int differencesMax) {
        return drawn(differencesMax);
    }

    private List<StateDifference> drawn(int count) {
        Set<ByteString> chosen = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            chosen.add(keys.get(random.nextInt(keys.size())));
        }
        return chosen.stream().map(this::difference).toList();
    }

    /// Every key that may occur.
    List<ByteString> keys() {
        return keys;
    }

    /// What the keys must read as, each at its place.
    List<ByteString> expected() {
        return keys.stream()
                .map(key -> model.getOrDefault(key, ByteString.EMPTY))
                .toList();
    }

    /// True once in `n` calls, by chance.
    boolean onceIn(int n) {
        return random.nextInt(n) == 0;
    }

    private StateDifference difference(ByteString key) {
        ByteString value = bytes(valueBytes());
        model.put(key, value);
        return StateRequests.put(key, value);
    }

    private int valueBytes() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> 0;
            case 4 -> random.nextInt(4096);
            default -> random.nextInt(90);
        };
    }

    private ByteString bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
