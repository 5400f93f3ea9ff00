package ballast.virtualmachine.testing;

import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.TransferArguments;
import ballast.types.ledger.v1.TransferResult;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/// Requests of the virtual machine and its answers, in the words of a test.
public final class Messages {
    private static final int ID_BYTES = 16;

    private Messages() {}

    /// The id that a test calls by a number.
    public static ByteString id(long number) {
        return ByteString.copyFrom(ByteBuffer.allocate(ID_BYTES)
                .putLong(0, 0xba11a57L)
                .putLong(Long.BYTES, number)
                .array());
    }

    public static Transaction transaction(ByteString id, ContractCall call) {
        return Transaction.newBuilder().setId(id).setCall(call).build();
    }

    /// Moves an amount that may as well be wrong, to see it refused.
    public static ContractCall transfer(String from, String to, BigInteger amount) {
        var arguments = TransferArguments.newBuilder()
                .setFrom(address(from))
                .setTo(address(to))
                .setAmount(int128(amount))
                .build();
        return call("ledger", "Transfer", arguments.toByteString());
    }

    public static ContractCall transfer(String from, String to, long amount) {
        return transfer(from, to, BigInteger.valueOf(amount));
    }

    public static ContractCall balanceOf(String account) {
        var arguments = BalanceQuery.newBuilder().setAccount(address(account)).build();
        return call("ledger", "GetBalance", arguments.toByteString());
    }

    public static ContractCall call(String contract, String method, ByteString arguments) {
        return ContractCall.newBuilder()
                .setContract(contract)
                .setMethod(method)
                .setArguments(arguments)
                .build();
    }

    public static ProcessTransactionRequest request(Transaction transaction) {
        return ProcessTransactionRequest.newBuilder()
                .setTransaction(transaction)
                .build();
    }

    public static CallContractRequest request(ContractCall call) {
        return CallContractRequest.newBuilder().setCall(call).build();
    }

    /// The sender's balance in the outcome of a committed transfer.
    public static BigInteger senderBalance(Outcome outcome) {
        if (!outcome.hasCommitted()) {
            throw new AssertionError("not committed: " + outcome);
        }
        try {
            return bigInteger(TransferResult.parseFrom(outcome.getCommitted()).getSenderBalance());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not the result of a transfer: " + outcome, e);
        }
    }

    /// The balance in the answer of "GetBalance".
    public static BigInteger balance(CallContractResponse response) {
        if (!response.hasResult()) {
            throw new AssertionError("no result: " + response);
        }
        try {
            return bigInteger(BalanceResult.parseFrom(response.getResult()).getBalance());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a balance: " + response, e);
        }
    }

    /// Cuts a number that does not fit to its lowest 128 bits.
    public static Int128 int128(BigInteger value) {
        return Int128.newBuilder()
                .setHigh(value.shiftRight(Long.SIZE).longValue())
                .setLow(value.longValue())
                .build();
    }

    public static BigInteger bigInteger(Int128 value) {
        return new BigInteger(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getHigh())
                .putLong(value.getLow())
                .array());
    }

    private static Address address(String value) {
        return Address.newBuilder().setValue(value).build();
    }
}
