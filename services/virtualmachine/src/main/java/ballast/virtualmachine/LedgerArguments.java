package ballast.virtualmachine;

import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.Balance;
import ballast.ledger.Int128;
import ballast.ledger.Parsed;
import ballast.ledger.Transfer;
import ballast.types.ledger.v1.BalanceQuery;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;

/// The ledger's messages in the ledger's words; empty where a message is malformed.
///
/// A message with a field that this version does not know is malformed: to ignore the field could change what
/// its sender meant.
final class LedgerArguments {
    private LedgerArguments() {}

    static Optional<Transfer> transfer(ByteString arguments) {
        try {
            var message = ballast.types.ledger.v1.TransferArguments.parseFrom(arguments);
            var amount = new Int128(
                    message.getAmount().getHigh(), message.getAmount().getLow());
            if (!isKnown(message) || !isKnown(message.getAmount()) || !Amount.isAmount(amount)) {
                return Optional.empty();
            }
            return address(message.getFrom())
                    .flatMap(from -> address(message.getTo()).map(to -> new Transfer(from, to, new Amount(amount))));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    static Optional<Address> account(ByteString arguments) {
        try {
            var message = BalanceQuery.parseFrom(arguments);
            return isKnown(message) ? address(message.getAccount()) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    static ballast.types.protocol.v1.Int128 int128(Balance balance) {
        return ballast.types.protocol.v1.Int128.newBuilder()
                .setHigh(balance.value().high())
                .setLow(balance.value().low())
                .build();
    }

    /// Whether this version knows every field of a message; those inside its fields are not looked at.
    static boolean isKnown(Message message) {
        return message.getUnknownFields().isEmpty();
    }

    private static Optional<Address> address(ballast.types.protocol.v1.Address message) {
        return isKnown(message) ? valid(Address.parse(message.getValue())) : Optional.empty();
    }

    private static <T> Optional<T> valid(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T> valid -> Optional.of(valid.value());
            case Parsed.Invalid<T> invalid -> Optional.empty();
        };
    }
}
