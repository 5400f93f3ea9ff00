package ballast.virtualmachine.testing;

import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.Asset;
import ballast.ledger.Condition;
import ballast.ledger.Int128;
import ballast.ledger.Limits;
import ballast.ledger.Parsed;
import ballast.ledger.TransactionId;
import ballast.ledger.UserData;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Optional;

/// Messages in the ledger's words, for the fake.
///
/// A message with a field that this version does not know is malformed: to ignore the field could change what its
/// sender meant.
final class Words {
    static final int ID_BYTES = 16;

    private Words() {}

    static AccountKey account(String address, String asset) throws MalformedMessageException {
        return new AccountKey(valid(Address.parse(address)), valid(Asset.parse(asset)));
    }

    static TransactionId id(ByteString bytes) throws MalformedMessageException {
        require(bytes.size() == ID_BYTES);
        return idOf(bytes);
    }

    /// The id that 16 bytes are.
    static TransactionId idOf(ByteString bytes) {
        var words = bytes.asReadOnlyByteBuffer();
        return new TransactionId(words.getLong(), words.getLong());
    }

    static Int128 int128(ballast.types.protocol.v1.Int128 message) throws MalformedMessageException {
        requireKnown(message);
        return new Int128(message.getHigh(), message.getLow());
    }

    static Amount amount(ballast.types.protocol.v1.Int128 message) throws MalformedMessageException {
        var value = int128(message);
        require(Amount.isAmount(value));
        return new Amount(value);
    }

    static Limits limits(ballast.types.ledger.v1.Limits message) throws MalformedMessageException {
        requireKnown(message);
        return new Limits(
                message.hasLower() ? Optional.of(int128(message.getLower())) : Optional.empty(),
                message.hasUpper() ? Optional.of(int128(message.getUpper())) : Optional.empty());
    }

    static UserData userData(ballast.types.ledger.v1.UserData message) throws MalformedMessageException {
        requireKnown(message);
        return new UserData(int128(message.getWide()), message.getMiddle(), message.getNarrow());
    }

    static Condition condition(ballast.types.ledger.v1.Condition message) throws MalformedMessageException {
        requireKnown(message);
        require(message.hasValue());
        return new Condition(
                account(message.getAccount(), message.getAsset()),
                subject(message),
                comparison(message),
                int128(message.getValue()));
    }

    private static Condition.Subject subject(ballast.types.ledger.v1.Condition message)
            throws MalformedMessageException {
        return switch (message.getSubject()) {
            case CONDITION_SUBJECT_POSTED -> Condition.Subject.POSTED;
            case CONDITION_SUBJECT_AVAILABLE -> Condition.Subject.AVAILABLE;
            case CONDITION_SUBJECT_DEBITS_PENDING -> Condition.Subject.DEBITS_PENDING;
            case CONDITION_SUBJECT_CREDITS_PENDING -> Condition.Subject.CREDITS_PENDING;
            case CONDITION_SUBJECT_VERSION -> Condition.Subject.VERSION;
            case CONDITION_SUBJECT_UNSPECIFIED, UNRECOGNIZED -> throw new MalformedMessageException();
        };
    }

    private static Condition.Comparison comparison(ballast.types.ledger.v1.Condition message)
            throws MalformedMessageException {
        return switch (message.getComparison()) {
            case COMPARISON_EQUAL -> Condition.Comparison.EQUAL;
            case COMPARISON_NOT_EQUAL -> Condition.Comparison.NOT_EQUAL;
            case COMPARISON_LESS -> Condition.Comparison.LESS;
            case COMPARISON_AT_MOST -> Condition.Comparison.AT_MOST;
            case COMPARISON_GREATER -> Condition.Comparison.GREATER;
            case COMPARISON_AT_LEAST -> Condition.Comparison.AT_LEAST;
            case COMPARISON_UNSPECIFIED, UNRECOGNIZED -> throw new MalformedMessageException();
        };
    }

    static void require(boolean holds) throws MalformedMessageException {
        if (!holds) {
            throw new MalformedMessageException();
        }
    }

    /// Requires that this version knows every field of a message; those inside its fields are not looked at.
    static void requireKnown(Message message) throws MalformedMessageException {
        require(message.getUnknownFields().isEmpty());
    }

    private static <T> T valid(Parsed<T> parsed) throws MalformedMessageException {
        return switch (parsed) {
            case Parsed.Valid<T> valid -> valid.value();
            case Parsed.Invalid<T> invalid -> throw new MalformedMessageException();
        };
    }
}
