package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.balanceOf;
import static ballast.virtualmachine.testing.Messages.call;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ContractsTest {
    private final Contracts contracts = Contracts.builtIn();

    record Refused(ContractCall call, RefusalReason inARead, RefusalReason inATransaction) {}

    static List<Refused> refusedCalls() {
        var contractUnknown = RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN;
        var methodUnknown = RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN;
        var argumentsMalformed = RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED;
        var future = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        return List.of(
                new Refused(call("", "", ByteString.EMPTY), contractUnknown, contractUnknown),
                new Refused(call("Ledger", "GetBalance", ByteString.EMPTY), contractUnknown, contractUnknown),
                new Refused(call("ledger", "", ByteString.EMPTY), methodUnknown, methodUnknown),
                new Refused(call("ledger", "getBalance", ByteString.EMPTY), methodUnknown, methodUnknown),
                new Refused(call("ledger", "GetBalance", ByteString.EMPTY), argumentsMalformed, methodUnknown),
                new Refused(
                        balanceOf("user1").toBuilder().setUnknownFields(future).build(),
                        argumentsMalformed,
                        methodUnknown));
    }

    @Test
    void findsTheMethodThatACallMeans() {
        var prepared = contracts.prepareRead(balanceOf("user1"));
        var user1 = new AccountKey(new Address("user1"), Asset.UNIT);
        assertThat(prepared.expectedAccounts()).containsExactly(user1);
        assertThat(prepared.run(any -> Account.EMPTY)).isInstanceOf(CallOutcome.Result.class);
    }

    @ParameterizedTest
    @MethodSource("refusedCalls")
    void saysWhyACallIsRefused(Refused row) {
        var prepared = contracts.prepareRead(row.call());
        assertThat(prepared.expectedAccounts()).isEmpty();
        assertThat(prepared.run(any -> Account.EMPTY)).isEqualTo(new CallOutcome.Refused(row.inARead()));
        assertThat(contracts.refusal(row.call())).isEqualTo(row.inATransaction());
    }
}
