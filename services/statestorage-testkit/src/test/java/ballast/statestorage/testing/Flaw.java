package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.WriteKeysRequest;
import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways to be wrong, each with the rule that it breaks: what is done to requests on their way into a correct storage,
/// and to answers on their way out.
enum Flaw {
    NONE(""),
    ANSWERS_FOR_ABSENT_KEYS("S1") {
        @Override
        ReadKeysResponse answer(ReadKeysResponse correct) {
            ReadKeysResponse.Builder answer = correct.toBuilder().clearValues();
            correct.getValuesList().forEach(value -> answer.addValues(value.isEmpty() ? text("0") : value));
            return answer.build();
        }
    },
    ANSWERS_IN_THE_ORDER_OF_KEYS("S2") {
        @Override
        List<ByteString> keysRead(List<ByteString> keys) {
            return keys.stream()
                    .sorted(ByteString.unsignedLexicographicalComparator())
                    .toList();
        }
    },
    ANSWERS_A_REPEATED_KEY_ONCE("S3") {
        @Override
        List<ByteString> keysRead(List<ByteString> keys) {
            return keys.stream().distinct().toList();
        }
    },
    TELLS_HEIGHT_ONE_FOR_EVER("S4") {
        @Override
        ReadKeysResponse answer(ReadKeysResponse correct) {
            return correct.toBuilder().setHeight(1).build();
        }
    },
    ANSWERS_4096_KEYS_AT_MOST("S5") {
        @Override
        List<ByteString> keysRead(List<ByteString> keys) {
            return keys.subList(0, Math.min(4096, keys.size()));
        }
    },
    CUTS_LONG_KEYS("S6") {
        @Override
        ByteString key(ByteString key) {
            return key.substring(0, Math.min(255, key.size()));
        }
    },
    LENDS_ITS_BUFFERS("S7") {
        @Override
        boolean lendsItsBuffers() {
            return true;
        }
    },
    WRITES_HALF_A_BLOCK("S8") {
        @Override
        List<StateDifference> differences(List<StateDifference> all) {
            return all.subList(0, (all.size() + 1) / 2);
        }
    },
    FORGETS_EMPTY_BLOCKS("S9") {
        @Override
        Optional<WriteKeysRequest> written(WriteKeysRequest block, long lastHeight) {
            return block.getDifferencesCount() == 0 ? Optional.empty() : Optional.of(block);
        }
    },
    IGNORES_THE_HEIGHT("S10") {
        @Override
        Optional<WriteKeysRequest> written(WriteKeysRequest block, long lastHeight) {
            return Optional.of(StateRequests.write(lastHeight + 1, block.getDifferencesList()));
        }
    },
    LOSES_REMOVALS("S11") {
        @Override
        List<StateDifference> differences(List<StateDifference> all) {
            return all.stream().filter(each -> !each.getValue().isEmpty()).toList();
        }
    },
    TAKES_THE_LAST_OF_TWO_DIFFERENCES("S12") {
        @Override
        List<StateDifference> differences(List<StateDifference> all) {
            Map<ByteString, StateDifference> last = new LinkedHashMap<>();
            all.forEach(each -> last.put(each.getKey(), each));
            return List.copyOf(last.values());
        }
    },
    CUTS_VALUES_AT_4094_BYTES("S13") {
        @Override
        ByteString value(ByteString value) {
            return value.substring(0, Math.min(4094, value.size()));
        }
    },
    CUTS_LONG_VALUES("S14") {
        @Override
        ByteString value(ByteString value) {
            return value.substring(0, Math.min(4095, value.size()));
        }
    },
    GROWS_NO_VALUE_PAST_1024_BYTES("S15") {
        @Override
        ByteString value(ByteString value) {
            return value.substring(0, Math.min(1024, value.size()));
        }
    },
    DROPS_TRAILING_ZEROS_OF_KEYS("S16") {
        @Override
        ByteString key(ByteString key) {
            int end = key.size();
            while (end > 1 && key.byteAt(end - 1) == 0) {
                end--;
            }
            return key.substring(0, end);
        }
    },
    TAKES_KEYS_FOR_TEXT("S17") {
        @Override
        ByteString key(ByteString key) {
            return text(key.toStringUtf8());
        }
    },
    LOSES_EVERY_HUNDREDTH_BLOCK("S18") {
        @Override
        Optional<WriteKeysRequest> written(WriteKeysRequest block, long lastHeight) {
            return Optional.of(block.getHeight() % 100 == 0 ? StateRequests.write(block.getHeight()) : block);
        }
    },
    CHECKPOINTS_THE_FUTURE("S19") {
        @Override
        CheckpointRequest checkpointAsked(CheckpointRequest request) {
            return CheckpointRequest.getDefaultInstance();
        }
    },
    CLAIMS_A_CHECKPOINT("S20") {
        @Override
        CheckpointResponse checkpointed(CheckpointRequest request) {
            return CheckpointResponse.newBuilder()
                    .setHeight(request.getHeight())
                    .build();
        }
    };

    private final String ruleBroken;

    Flaw(String ruleBroken) {
        this.ruleBroken = ruleBroken;
    }

    String ruleBroken() {
        return ruleBroken;
    }

    ByteString key(ByteString key) {
        return key;
    }

    ByteString value(ByteString value) {
        return value;
    }

    List<ByteString> keysRead(List<ByteString> keys) {
        return keys;
    }

    ReadKeysResponse answer(ReadKeysResponse correct) {
        return correct;
    }

    boolean lendsItsBuffers() {
        return false;
    }

    List<StateDifference> differences(List<StateDifference> all) {
        return all;
    }

    /// What is really written; nothing at all if empty, although success is claimed.
    Optional<WriteKeysRequest> written(WriteKeysRequest block, long lastHeight) {
        return Optional.of(block);
    }

    CheckpointRequest checkpointAsked(CheckpointRequest request) {
        return request;
    }

    CheckpointResponse checkpointed(CheckpointRequest request) {
        return CheckpointResponse.getDefaultInstance();
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
