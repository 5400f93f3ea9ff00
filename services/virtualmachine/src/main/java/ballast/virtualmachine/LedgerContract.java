package ballast.virtualmachine;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The contract that is built in: reads of accounts in the asset of the first interface.
final class LedgerContract implements Contract {
    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Map<String, Method> reads() {
        return Map.of("GetBalance", LedgerContract::balance);
    }

    private static PreparedCall balance(ByteString arguments) {
        return LedgerMessages.account(arguments)
                .<PreparedCall>map(PreparedBalance::new)
                .orElseGet(() -> PreparedCall.refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
    }

    private record PreparedBalance(AccountKey account) implements PreparedCall {
        @Override
        public List<AccountKey> expectedAccounts() {
            return List.of(account);
        }

        @Override
        public CallOutcome run(Function<AccountKey, Account> accounts) {
            return new CallOutcome.Result(BalanceResult.newBuilder()
                    .setBalance(LedgerMessages.message(
                            accounts.apply(account).balances().posted()))
                    .build()
                    .toByteString());
        }
    }
}
