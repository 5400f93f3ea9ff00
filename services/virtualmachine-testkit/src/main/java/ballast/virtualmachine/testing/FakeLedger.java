package ballast.virtualmachine.testing;

import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.TransferArguments;
import ballast.types.ledger.v1.TransferResult;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The built-in contract, written a second time as plainly as can be.
final class FakeLedger {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(127);

    /// What became of a call.
    sealed interface Fate {
        record Result(ByteString message) implements Fate {}

        record Refused(RefusalReason reason) implements Fate {}
    }

    private final Map<String, BigInteger> balances = new HashMap<>();

    Fate execute(Transaction transaction) {
        var call = transaction.getCall();
        if (!call.getContract().equals("ledger")) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        if (!call.getMethod().equals("Transfer")) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN);
        }
        try {
            var transfer = TransferArguments.parseFrom(call.getArguments());
            return wellFormed(transfer) && fullyKnown(transaction, call) ? transfer(transfer) : malformed();
        } catch (InvalidProtocolBufferException e) {
            return malformed();
        }
    }

    Fate read(ContractCall call) {
        if (!call.getContract().equals("ledger")) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        if (!call.getMethod().equals("GetBalance")) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN);
        }
        try {
            var query = BalanceQuery.parseFrom(call.getArguments());
            return fullyKnown(call, query) && wellFormed(query.getAccount())
                    ? new Fate.Result(BalanceResult.newBuilder()
                            .setBalance(Messages.int128(balance(query.getAccount())))
                            .build()
                            .toByteString())
                    : malformed();
        } catch (InvalidProtocolBufferException e) {
            return malformed();
        }
    }

    private Fate transfer(TransferArguments transfer) {
        var amount = Messages.bigInteger(transfer.getAmount());
        var sender = balance(transfer.getFrom());
        if (transfer.getFrom().equals(transfer.getTo())) {
            return committed(sender);
        }
        var senderAfter = sender.subtract(amount);
        var receiverAfter = balance(transfer.getTo()).add(amount);
        if (senderAfter.compareTo(LIMIT.negate()) <= 0) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        }
        if (receiverAfter.compareTo(LIMIT) >= 0) {
            return new Fate.Refused(RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED);
        }
        balances.put(transfer.getFrom().getValue(), senderAfter);
        balances.put(transfer.getTo().getValue(), receiverAfter);
        return committed(senderAfter);
    }

    private static boolean wellFormed(TransferArguments transfer) {
        return fullyKnown(transfer, transfer.getAmount())
                && wellFormed(transfer.getFrom())
                && wellFormed(transfer.getTo())
                && Messages.bigInteger(transfer.getAmount()).signum() > 0;
    }

    private static boolean wellFormed(Address address) {
        return fullyKnown(address) && ADDRESS.matcher(address.getValue()).matches();
    }

    /// A field that this version does not know may change what the sender meant.
    private static boolean fullyKnown(Message... messages) {
        for (var message : messages) {
            if (!message.getUnknownFields().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private BigInteger balance(Address account) {
        return balances.getOrDefault(account.getValue(), BigInteger.ZERO);
    }

    private static Fate committed(BigInteger senderBalance) {
        return new Fate.Result(TransferResult.newBuilder()
                .setSenderBalance(Messages.int128(senderBalance))
                .build()
                .toByteString());
    }

    private static Fate malformed() {
        return new Fate.Refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }
}
