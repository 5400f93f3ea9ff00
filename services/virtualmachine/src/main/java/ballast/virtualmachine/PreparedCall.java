package ballast.virtualmachine;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.types.protocol.v1.RefusalReason;
import java.util.List;
import java.util.function.Function;

/// A call whose arguments are decoded.
interface PreparedCall {
    /// The accounts that the call will want, so that all reads on one state fetch them at once. Only speed
    /// depends on it: the call may ask for others.
    List<AccountKey> expectedAccounts();

    /// The second half: what becomes of the call on this state.
    CallOutcome run(Function<AccountKey, Account> accounts);

    /// A call that is refused whatever the state.
    static PreparedCall refused(RefusalReason reason) {
        return new PreparedCall() {
            @Override
            public List<AccountKey> expectedAccounts() {
                return List.of();
            }

            @Override
            public CallOutcome run(Function<AccountKey, Account> accounts) {
                return new CallOutcome.Refused(reason);
            }
        };
    }
}
