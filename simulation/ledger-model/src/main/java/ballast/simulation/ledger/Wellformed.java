package ballast.simulation.ledger;

import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Limits;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a transaction keeps the ranges that the contracts give for its fields.
final class Wellformed {
    /// The end of the year 9999, in milliseconds.
    static final long TIME_MAX = 253_402_300_799_999L;

    private static final Parser<Transaction> KNOWN = DiscardUnknownFieldsParser.wrap(Transaction.parser());
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");
    private static final Pattern ASSET = Pattern.compile("[A-Z][A-Z0-9_]{0,15}(/([0-9]|[12][0-9]|3[0-8]))?");

    private Wellformed() {}

    /// A transaction without a call.
    static boolean transaction(Transaction transaction) {
        return transaction.getLegsCount() >= 1
                && transaction.getLegsCount() <= 256
                && nothingUnknown(transaction)
                && transaction.getConditionsCount() <= 64
                && metadata(transaction.getMetadataList())
                && atMost(transaction.getEffectiveTimeMillis(), TIME_MAX)
                && transaction.getLegsList().stream().allMatch(Wellformed::leg)
                && transaction.getConditionsList().stream().allMatch(Wellformed::condition);
    }

    static boolean atMost(long unsigned, long limit) {
        return Long.compareUnsigned(unsigned, limit) <= 0;
    }

    private static boolean leg(Leg leg) {
        return switch (leg.getKindCase()) {
            case TRANSFER ->
                name(leg.getTransfer().getFrom(), leg.getTransfer().getAsset())
                        && name(leg.getTransfer().getTo(), leg.getTransfer().getAsset())
                        && amount(leg.getTransfer().getAmount())
                        && leg.getTransfer().getMode() != AmountMode.UNRECOGNIZED;
            case HOLD ->
                name(leg.getHold().getFrom(), leg.getHold().getAsset())
                        && name(leg.getHold().getTo(), leg.getHold().getAsset())
                        && amount(leg.getHold().getAmount())
                        && leg.getHold().getMode() != AmountMode.UNRECOGNIZED;
            case CAPTURE -> capture(leg.getCapture());
            case RELEASE -> reference(leg.getRelease().getHold());
            case EXTEND -> reference(leg.getExtend().getHold());
            case OPEN ->
                name(leg.getOpen().getAccount(), leg.getOpen().getAsset())
                        && limits(leg.getOpen().getLimits());
            case SET_LIMITS ->
                name(leg.getSetLimits().getAccount(), leg.getSetLimits().getAsset())
                        && limits(leg.getSetLimits().getLimits());
            case CLOSE -> name(leg.getClose().getAccount(), leg.getClose().getAsset());
            case REOPEN -> name(leg.getReopen().getAccount(), leg.getReopen().getAsset());
            case REVERSE -> leg.getReverse().getTransaction().size() == 16;
            case EXPIRE, KIND_NOT_SET -> false;
        };
    }

    private static boolean capture(Capture capture) {
        boolean amount = !capture.hasAmount() || (capture.getHold().hasLeg() && amount(capture.getAmount()));
        return reference(capture.getHold()) && amount;
    }

    private static boolean reference(HoldReference hold) {
        return hold.getTransaction().size() == 16;
    }

    private static boolean limits(Limits limits) {
        Bounds bounds = Bounds.of(limits);
        return bounds.lower().isEmpty()
                || bounds.upper().isEmpty()
                || bounds.lower().get().compareTo(bounds.upper().get()) <= 0;
    }

    private static boolean condition(Condition condition) {
        return name(condition.getAccount(), condition.getAsset())
                && condition.getSubject() != ConditionSubject.CONDITION_SUBJECT_UNSPECIFIED
                && condition.getSubject() != ConditionSubject.UNRECOGNIZED
                && condition.getComparison() != Comparison.COMPARISON_UNSPECIFIED
                && condition.getComparison() != Comparison.UNRECOGNIZED
                && condition.hasValue();
    }

    private static boolean metadata(List<MetadataEntry> metadata) {
        Set<String> keys = new HashSet<>();
        int bytes = 0;
        for (MetadataEntry entry : metadata) {
            int value = entry.getValue().getBytes(StandardCharsets.UTF_8).length;
            bytes += entry.getKey().length() + value;
            if (!NAME.matcher(entry.getKey()).matches() || !keys.add(entry.getKey()) || value > 512) {
                return false;
            }
        }
        return metadata.size() <= 16 && bytes <= 4_096;
    }

    private static boolean name(String address, String asset) {
        return NAME.matcher(address).matches() && ASSET.matcher(asset).matches();
    }

    private static boolean amount(Int128 amount) {
        return Numbers.of(amount).signum() > 0;
    }

    /// A field that this version does not know may change what the sender meant.
    private static boolean nothingUnknown(Transaction transaction) {
        try {
            return transaction.equals(KNOWN.parseFrom(transaction.toByteString()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a message that was parsed before", e);
        }
    }
}
