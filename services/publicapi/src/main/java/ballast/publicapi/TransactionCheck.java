package ballast.publicapi;

import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.util.HashSet;

/// Whether a transaction can be meant, field by field. What it lets through may be refused, for what the ledger knows,
/// but not for its form.
final class TransactionCheck {
    static final int LEGS_MAX = 256;
    static final int CONDITIONS_MAX = 64;
    static final int METADATA_MAX = 16;
    static final int METADATA_BYTES_MAX = 4_096;

    private static final int VALUE_BYTES_MAX = 512;

    private TransactionCheck() {}

    /// @throws InvalidArgumentException names the field that is wrong
    static void require(Transaction transaction) {
        Arguments.requireKnownFields("transaction", transaction);
        Arguments.requireId("id", transaction.getId());
        if (transaction.hasCall()) {
            throw new InvalidArgumentException("call", "contracts are not called from outside (expected: legs)");
        }
        requireCount("legs", transaction.getLegsCount(), 1, LEGS_MAX);
        requireCount("conditions", transaction.getConditionsCount(), 0, CONDITIONS_MAX);
        requireCount("metadata", transaction.getMetadataCount(), 0, METADATA_MAX);
        if (transaction.hasEffectiveTimeMillis()) {
            Arguments.requireTime("effectiveTime", transaction.getEffectiveTimeMillis());
        }
        conditions(transaction);
        legs(transaction);
        metadata(transaction);
    }

    static void requireCount(String field, int count, int least, int most) {
        if (count < least || count > most) {
            throw new InvalidArgumentException(
                    field, "has %,d items (expected: %,d to %,d)".formatted(count, least, most));
        }
    }

    private static void conditions(Transaction transaction) {
        for (int place = 0; place < transaction.getConditionsCount(); place++) {
            try {
                condition(transaction.getConditions(place));
            } catch (InvalidArgumentException e) {
                throw e.inside("conditions[%d]".formatted(place));
            }
        }
    }

    private static void legs(Transaction transaction) {
        for (int place = 0; place < transaction.getLegsCount(); place++) {
            try {
                LegCheck.require(transaction.getLegs(place));
            } catch (InvalidArgumentException e) {
                throw e.inside("legs[%d]".formatted(place));
            }
        }
    }

    private static void condition(Condition condition) {
        Arguments.requireKnownFields("", condition);
        Arguments.requireAddress("account", condition.getAccount());
        Arguments.requireAsset("asset", condition.getAsset());
        if (condition.getSubject() == ConditionSubject.CONDITION_SUBJECT_UNSPECIFIED
                || condition.getSubject() == ConditionSubject.UNRECOGNIZED) {
            throw new InvalidArgumentException("subject", "is missing or not known");
        }
        if (condition.getComparison() == Comparison.COMPARISON_UNSPECIFIED
                || condition.getComparison() == Comparison.UNRECOGNIZED) {
            throw new InvalidArgumentException("comparison", "is missing or not known");
        }
        if (!condition.hasValue()) {
            throw new InvalidArgumentException("value", "is missing");
        }
        Arguments.requireKnownFields("value", condition.getValue());
    }

    private static void metadata(Transaction transaction) {
        if (transaction.getMetadataCount() == 0) {
            return;
        }
        var keys = new HashSet<String>();
        int bytes = 0;
        for (int place = 0; place < transaction.getMetadataCount(); place++) {
            var entry = transaction.getMetadata(place);
            var where = "metadata[%d]".formatted(place);
            Arguments.requireKnownFields(where, entry);
            bytes += bytes(where, entry);
            if (!keys.add(entry.getKey())) {
                throw new InvalidArgumentException(where, "the key is given more than once");
            }
        }
        if (bytes > METADATA_BYTES_MAX) {
            throw new InvalidArgumentException(
                    "metadata", "has %,d bytes (at most: %,d)".formatted(bytes, METADATA_BYTES_MAX));
        }
    }

    private static int bytes(String where, MetadataEntry entry) {
        Arguments.requireWord(where + ".key", "key", entry.getKey());
        int value = ByteString.copyFromUtf8(entry.getValue()).size();
        if (value > VALUE_BYTES_MAX) {
            throw new InvalidArgumentException(
                    where + ".value", "has %d bytes (at most: %d)".formatted(value, VALUE_BYTES_MAX));
        }
        return entry.getKey().length() + value;
    }
}
