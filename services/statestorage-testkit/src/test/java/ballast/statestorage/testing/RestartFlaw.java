package ballast.statestorage.testing;

import static java.util.stream.Collectors.toCollection;

import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.WriteKeysRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Ways to come back wrong from a restart, each with the rule that it breaks: which blocks are left, and what of them.
enum RestartFlaw {
    NONE(""),
    LOSES_NOTHING("C1") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            return blocks;
        }
    },
    KEEPS_A_LATER_BLOCK("C2") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            return upTo(blocks, checkpoints.isEmpty() ? 0 : checkpoints.getLast() + 1);
        }
    },
    BRINGS_REMOVED_KEYS_BACK("C3") {
        @Override
        boolean kept(StateDifference difference) {
            return !difference.getValue().isEmpty();
        }
    },
    KEEPS_ONLY_THE_LAST_CHECKPOINT("C4") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            List<WriteKeysRequest> left = new ArrayList<>();
            for (WriteKeysRequest block : super.left(blocks, checkpoints)) {
                boolean old = checkpoints.size() > 1 && block.getHeight() <= checkpoints.get(checkpoints.size() - 2);
                left.add(old ? StateRequests.write(block.getHeight()) : block);
            }
            return left;
        }
    },
    KEEPS_HALF_OF_THE_BLOCK_AFTER("C5") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            List<WriteKeysRequest> left =
                    super.left(blocks, checkpoints).stream().collect(toCollection(ArrayList::new));
            if (left.size() < blocks.size() && !left.isEmpty()) {
                WriteKeysRequest last = left.removeLast();
                List<StateDifference> after = blocks.get(left.size() + 1).getDifferencesList();
                left.add(StateRequests.write(
                        last.getHeight(),
                        Stream.concat(last.getDifferencesList().stream(), after.subList(0, after.size() / 2).stream())
                                .toList()));
            }
            return left;
        }
    },
    FORGETS_THE_HEIGHT("C6") {
        @Override
        long height(long correct) {
            return 0;
        }
    },
    SKIPS_A_CHECKPOINT_WITHOUT_DIFFERENCES("C7") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            List<WriteKeysRequest> left = new ArrayList<>(super.left(blocks, checkpoints));
            while (!left.isEmpty() && left.getLast().getDifferencesCount() == 0) {
                left.removeLast();
            }
            return left;
        }
    },
    LOSES_THE_LONGEST_KEYS("C8") {
        @Override
        boolean kept(StateDifference difference) {
            return difference.getKey().size() < 255;
        }
    },
    LOSES_EVERY_HUNDREDTH_BLOCK("C9") {
        @Override
        List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
            return super.left(blocks, checkpoints).stream()
                    .map(block -> block.getHeight() % 100 == 0 ? StateRequests.write(block.getHeight()) : block)
                    .toList();
        }
    };

    private final String ruleBroken;

    RestartFlaw(String ruleBroken) {
        this.ruleBroken = ruleBroken;
    }

    String ruleBroken() {
        return ruleBroken;
    }

    List<WriteKeysRequest> left(List<WriteKeysRequest> blocks, List<Long> checkpoints) {
        return upTo(blocks, checkpoints.isEmpty() ? 0 : checkpoints.getLast());
    }

    boolean kept(StateDifference difference) {
        return true;
    }

    long height(long correct) {
        return correct;
    }

    private static List<WriteKeysRequest> upTo(List<WriteKeysRequest> blocks, long height) {
        return blocks.stream().filter(block -> block.getHeight() <= height).toList();
    }
}
