package ballast.client;

import ballast.types.protocol.v1.MetadataEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;

/// From the messages of the contract to our transactions: [TransactionEncoding] the other way round.
///
/// History holds what was asked, also where it was refused because it is malformed; so what cannot be shown is
/// left out, and said to be.
final class TransactionDecoding {
    private TransactionDecoding() {}

    /// @throws BrokenAnswerException if it has no id, or no outcome
    static RecordedTransaction recorded(ballast.types.protocol.v1.RecordedTransaction message) {
        var asked = message.getTransaction();
        var legs = readable(asked.getLegsList(), TransactionDecoding::leg);
        var conditions = readable(asked.getConditionsList(), TransactionDecoding::condition);
        var id = Words.id(asked.getId());
        var transaction = new Transaction(
                Optional.of(id),
                legs,
                conditions,
                metadata(asked.getMetadataList()),
                Integer.toUnsignedLong(asked.getCode()),
                asked.hasEffectiveTimeMillis()
                        ? Optional.of(Words.time(asked.getEffectiveTimeMillis()))
                        : Optional.empty());
        boolean isWhole = !asked.hasCall()
                && legs.size() == asked.getLegsCount()
                && conditions.size() == asked.getConditionsCount();
        return new RecordedTransaction(transaction, isWhole, OutcomeDecoding.outcome(id, message.getOutcome()));
    }

    private static <M, T> List<T> readable(List<M> messages, Function<M, T> decode) {
        var read = new ArrayList<T>(messages.size());
        for (var message : messages) {
            try {
                read.add(decode.apply(message));
            } catch (BrokenAnswerException | IllegalArgumentException e) {
                // A malformed one, or one of a newer ledger: left out, and the reader is told so.
            }
        }
        return read;
    }

    static SequencedMap<String, String> metadata(List<MetadataEntry> entries) {
        var metadata = new LinkedHashMap<String, String>();
        entries.forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        return metadata;
    }

    private static Leg leg(ballast.types.ledger.v1.Leg message) {
        return switch (message.getKindCase()) {
            case TRANSFER -> transfer(message.getTransfer());
            case HOLD -> hold(message.getHold());
            case CAPTURE -> {
                var capture = message.getCapture();
                yield new Leg.Capture(
                        reference(capture.getHold()),
                        capture.hasAmount() ? Optional.of(Words.integer(capture.getAmount())) : Optional.empty(),
                        capture.getReleaseRest());
            }
            case RELEASE -> new Leg.Release(reference(message.getRelease().getHold()));
            case EXTEND ->
                new Leg.Extend(
                        reference(message.getExtend().getHold()),
                        Duration.ofMillis(message.getExtend().getTimeoutMillis()));
            case OPEN -> open(message.getOpen());
            case SET_LIMITS -> {
                var set = message.getSetLimits();
                yield new Leg.SetLimits(set.getAccount(), set.getAsset(), limits(set.getLimits()));
            }
            case CLOSE ->
                new Leg.Close(
                        message.getClose().getAccount(), message.getClose().getAsset());
            case REOPEN ->
                new Leg.Reopen(
                        message.getReopen().getAccount(), message.getReopen().getAsset());
            case REVERSE -> new Leg.Reverse(Words.id(message.getReverse().getTransaction()));
            case EXPIRE -> new Leg.Expire(reference(message.getExpire().getHold()));
            case KIND_NOT_SET -> throw new BrokenAnswerException("a leg of a kind that this client does not know");
        };
    }

    private static Leg transfer(ballast.types.ledger.v1.Transfer message) {
        return new Leg.Transfer(
                message.getFrom(),
                message.getTo(),
                message.getAsset(),
                Words.integer(message.getAmount()),
                mode(message.getMode()));
    }

    private static Leg hold(ballast.types.ledger.v1.Hold message) {
        return new Leg.Hold(
                message.getFrom(),
                message.getTo(),
                message.getAsset(),
                Words.integer(message.getAmount()),
                mode(message.getMode()),
                Duration.ofMillis(message.getTimeoutMillis()));
    }

    private static Leg open(ballast.types.ledger.v1.OpenAccount message) {
        return new Leg.Open(
                message.getAccount(),
                message.getAsset(),
                limits(message.getLimits()),
                Integer.toUnsignedLong(message.getCode()),
                userData(message.getUserData()));
    }

    static Account.Limits limits(ballast.types.ledger.v1.Limits message) {
        return new Account.Limits(
                message.hasLower() ? Optional.of(Words.integer(message.getLower())) : Optional.empty(),
                message.hasUpper() ? Optional.of(Words.integer(message.getUpper())) : Optional.empty());
    }

    static Account.UserData userData(ballast.types.ledger.v1.UserData message) {
        return new Account.UserData(Words.integer(message.getWide()), message.getMiddle(), message.getNarrow());
    }

    private static Leg.HoldReference reference(ballast.types.ledger.v1.HoldReference message) {
        return new Leg.HoldReference(
                Words.id(message.getTransaction()),
                message.hasLeg() ? OptionalInt.of(message.getLeg()) : OptionalInt.empty());
    }

    private static Leg.AmountMode mode(ballast.types.ledger.v1.AmountMode mode) {
        return switch (mode) {
            case AMOUNT_MODE_EXACT -> Leg.AmountMode.EXACT;
            case AMOUNT_MODE_UP_TO_AVAILABLE -> Leg.AmountMode.UP_TO_AVAILABLE;
            case AMOUNT_MODE_UP_TO_ROOM -> Leg.AmountMode.UP_TO_ROOM;
            case AMOUNT_MODE_UP_TO_BOTH -> Leg.AmountMode.UP_TO_BOTH;
            case UNRECOGNIZED -> throw new BrokenAnswerException("an amount mode that this client does not know");
        };
    }

    private static Condition condition(ballast.types.ledger.v1.Condition message) {
        return new Condition(
                message.getAccount(),
                message.getAsset(),
                switch (message.getSubject()) {
                    case CONDITION_SUBJECT_POSTED -> Condition.Subject.POSTED;
                    case CONDITION_SUBJECT_AVAILABLE -> Condition.Subject.AVAILABLE;
                    case CONDITION_SUBJECT_DEBITS_PENDING -> Condition.Subject.DEBITS_PENDING;
                    case CONDITION_SUBJECT_CREDITS_PENDING -> Condition.Subject.CREDITS_PENDING;
                    case CONDITION_SUBJECT_VERSION -> Condition.Subject.VERSION;
                    case CONDITION_SUBJECT_UNSPECIFIED, UNRECOGNIZED ->
                        throw new BrokenAnswerException("a condition's subject that this client does not know");
                },
                switch (message.getComparison()) {
                    case COMPARISON_EQUAL -> Condition.Comparison.EQUAL;
                    case COMPARISON_NOT_EQUAL -> Condition.Comparison.NOT_EQUAL;
                    case COMPARISON_LESS -> Condition.Comparison.LESS;
                    case COMPARISON_AT_MOST -> Condition.Comparison.AT_MOST;
                    case COMPARISON_GREATER -> Condition.Comparison.GREATER;
                    case COMPARISON_AT_LEAST -> Condition.Comparison.AT_LEAST;
                    case COMPARISON_UNSPECIFIED, UNRECOGNIZED ->
                        throw new BrokenAnswerException("a comparison that this client does not know");
                },
                Words.integer(message.getValue()));
    }
}
