package ballast.client;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// From the messages of the contract to our outcomes.
final class OutcomeDecoding {
    private static final String REASON_PREFIX = "REFUSAL_REASON_";

    private OutcomeDecoding() {}

    /// @throws BrokenAnswerException if it says neither that the transaction was committed nor that it was refused
    static Outcome outcome(UUID id, ballast.types.protocol.v1.Outcome message) {
        var time = Words.time(message.getTimeMillis());
        return switch (message.getFateCase()) {
            case COMMITTED ->
                new Outcome.Committed(
                        id,
                        message.getPosition(),
                        time,
                        message.getEntriesList().stream()
                                .map(OutcomeDecoding::entry)
                                .toList());
            case REFUSED -> {
                var refusal = message.getRefused();
                yield new Outcome.Refused(
                        id,
                        message.getPosition(),
                        time,
                        reason(refusal.getReason()),
                        refusal.hasLeg() ? OptionalInt.of(refusal.getLeg()) : OptionalInt.empty(),
                        refusal.hasCondition() ? OptionalInt.of(refusal.getCondition()) : OptionalInt.empty());
            }
            case FATE_NOT_SET -> throw new BrokenAnswerException("an outcome without a fate");
        };
    }

    /// Ours have the contract's names; a test holds the two lists together.
    static RefusalReason reason(ballast.types.protocol.v1.RefusalReason reason) {
        return switch (reason) {
            case UNRECOGNIZED, REFUSAL_REASON_UNSPECIFIED -> RefusalReason.UNKNOWN;
            default -> RefusalReason.valueOf(reason.name().substring(REASON_PREFIX.length()));
        };
    }

    static Entry entry(ballast.types.ledger.v1.Entry message) {
        return new Entry(
                message.getLeg(),
                message.getAccount(),
                message.getAsset(),
                kind(message.getKind()),
                message.hasAmount() ? Optional.of(Words.integer(message.getAmount())) : Optional.empty(),
                balances(message.getAfter()),
                message.getVersion());
    }

    static Balances balances(ballast.types.ledger.v1.Balances message) {
        return new Balances(
                Words.integer(message.getDebitsPosted()),
                Words.integer(message.getCreditsPosted()),
                Words.integer(message.getDebitsPending()),
                Words.integer(message.getCreditsPending()));
    }

    private static Entry.Kind kind(ballast.types.ledger.v1.EntryKind kind) {
        return switch (kind) {
            case ENTRY_KIND_DEBIT -> Entry.Kind.DEBIT;
            case ENTRY_KIND_CREDIT -> Entry.Kind.CREDIT;
            case ENTRY_KIND_DEBIT_HELD -> Entry.Kind.DEBIT_HELD;
            case ENTRY_KIND_CREDIT_HELD -> Entry.Kind.CREDIT_HELD;
            case ENTRY_KIND_DEBIT_CAPTURED -> Entry.Kind.DEBIT_CAPTURED;
            case ENTRY_KIND_CREDIT_CAPTURED -> Entry.Kind.CREDIT_CAPTURED;
            case ENTRY_KIND_DEBIT_RELEASED -> Entry.Kind.DEBIT_RELEASED;
            case ENTRY_KIND_CREDIT_RELEASED -> Entry.Kind.CREDIT_RELEASED;
            case ENTRY_KIND_DEBIT_EXPIRED -> Entry.Kind.DEBIT_EXPIRED;
            case ENTRY_KIND_CREDIT_EXPIRED -> Entry.Kind.CREDIT_EXPIRED;
            case ENTRY_KIND_OPENED -> Entry.Kind.OPENED;
            case ENTRY_KIND_LIMITS_SET -> Entry.Kind.LIMITS_SET;
            case ENTRY_KIND_CLOSED -> Entry.Kind.CLOSED;
            case ENTRY_KIND_REOPENED -> Entry.Kind.REOPENED;
            case ENTRY_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw new BrokenAnswerException("an entry of a kind that this client does not know");
        };
    }
}
