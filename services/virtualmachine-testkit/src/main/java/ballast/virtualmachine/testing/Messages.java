package ballast.virtualmachine.testing;

import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Release;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/// Requests of the virtual machine and its answers, in the words of a test.
public final class Messages {
    private static final int ID_BYTES = 16;
    private static final String UNIT = "UNIT";

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

    public static Transaction transaction(ByteString id, Leg... legs) {
        return Transaction.newBuilder().setId(id).addAllLegs(List.of(legs)).build();
    }

    /// Moves an amount of the asset UNIT that may as well be wrong, to see it refused.
    public static Leg transfer(String from, String to, BigInteger amount) {
        return Leg.newBuilder()
                .setTransfer(Transfer.newBuilder()
                        .setFrom(from)
                        .setTo(to)
                        .setAsset(UNIT)
                        .setAmount(int128(amount)))
                .build();
    }

    public static Leg transfer(String from, String to, long amount) {
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

    /// Reserves an amount of the asset UNIT.
    public static Leg hold(String from, String to, long amount, long timeoutMillis) {
        return Leg.newBuilder()
                .setHold(Hold.newBuilder()
                        .setFrom(from)
                        .setTo(to)
                        .setAsset(UNIT)
                        .setAmount(int128(BigInteger.valueOf(amount)))
                        .setTimeoutMillis(timeoutMillis))
                .build();
    }

    /// Moves all that a leg of a transaction holds.
    public static Leg capture(ByteString transaction, int leg) {
        return Leg.newBuilder()
                .setCapture(Capture.newBuilder().setHold(hold(transaction, leg)))
                .build();
    }

    public static Leg release(ByteString transaction, int leg) {
        return Leg.newBuilder()
                .setRelease(Release.newBuilder().setHold(hold(transaction, leg)))
                .build();
    }

    public static Leg reverse(ByteString transaction) {
        return Leg.newBuilder()
                .setReverse(Reverse.newBuilder().setTransaction(transaction))
                .build();
    }

    /// Names a hold.
    public static HoldReference hold(ByteString transaction, int leg) {
        return HoldReference.newBuilder()
                .setTransaction(transaction)
                .setLeg(leg)
                .build();
    }

    /// The sender's balance in the outcome of a committed transfer: its first entry is the debit.
    public static BigInteger senderBalance(Outcome outcome) {
        if (!outcome.hasCommitted() || outcome.getEntriesCount() == 0) {
            throw new AssertionError("not committed, or nothing moved: " + outcome);
        }
        var after = outcome.getEntries(0).getAfter();
        return bigInteger(after.getCreditsPosted()).subtract(bigInteger(after.getDebitsPosted()));
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

    /// That the posted balance of an account in the asset UNIT stands so to a value.
    public static Condition posted(String account, Comparison comparison, long value) {
        return Condition.newBuilder()
                .setAccount(account)
                .setAsset(UNIT)
                .setSubject(ConditionSubject.CONDITION_SUBJECT_POSTED)
                .setComparison(comparison)
                .setValue(int128(value))
                .build();
    }

    public static Int128 int128(long value) {
        return int128(BigInteger.valueOf(value));
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

    static AccountName name(String account, String asset) {
        return AccountName.newBuilder().setAccount(account).setAsset(asset).build();
    }

    static ReadAccountsRequest asking(List<AccountName> accounts) {
        return ReadAccountsRequest.newBuilder().addAllAccounts(accounts).build();
    }

    static ProcessTransactionsRequest batch(Transaction... transactions) {
        var request = ProcessTransactionsRequest.newBuilder();
        for (var transaction : transactions) {
            request.addTransactions(transaction.toByteString());
        }
        return request.build();
    }
}
