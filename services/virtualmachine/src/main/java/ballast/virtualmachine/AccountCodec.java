package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.Account;
import ballast.ledger.Balances;
import ballast.ledger.Int128;
import ballast.ledger.Limits;
import ballast.ledger.UserData;
import com.google.protobuf.ByteString;
import java.util.Optional;

/// An account in the state: format (1 byte, always 2), what there is (1 byte of flags), version and first entry's
/// time (counts), the four counters, then what the flags name, in their order: lower limit, upper limit, code
/// (count), user data (integer, 8 bytes, 4 bytes). See [ValueWriter] for the forms.
final class AccountCodec implements Codec<Account> {
    private static final int FORMAT = 2;
    private static final int OPENED = 1;
    private static final int CLOSED = 1 << 1;
    private static final int LOWER = 1 << 2;
    private static final int UPPER = 1 << 3;
    private static final int CODE = 1 << 4;
    private static final int USER_DATA = 1 << 5;

    private final ValueWriter writer = new ValueWriter();

    @Override
    public Account empty() {
        return Account.EMPTY;
    }

    @Override
    public Account decoded(ByteString value) {
        if (value.isEmpty()) {
            return Account.EMPTY;
        }
        var reader = new ValueReader(value);
        Invariant.check(reader.octet() == FORMAT, "an account's value is an account");
        int flags = reader.octet();
        long version = reader.count();
        long sinceMillis = reader.count();
        var balances = new Balances(reader.integer(), reader.integer(), reader.integer(), reader.integer());
        var limits = (flags & (LOWER | UPPER)) == 0
                ? Limits.NONE
                : new Limits(limit(reader, flags & LOWER), limit(reader, flags & UPPER));
        int code = (flags & CODE) == 0 ? 0 : (int) reader.count();
        var userData = (flags & USER_DATA) == 0
                ? UserData.NONE
                : new UserData(reader.integer(), reader.word(), reader.halfWord());
        reader.end();
        return new Account(
                balances, limits, code, userData, (flags & OPENED) != 0, (flags & CLOSED) != 0, version, sinceMillis);
    }

    @Override
    public ByteString encoded(Account account) {
        if (account.isEmpty()) {
            return ByteString.EMPTY;
        }
        var limits = account.limits();
        var userData = account.userData();
        boolean hasUserData = !userData.equals(UserData.NONE);
        writer.octet(FORMAT)
                .octet(flag(account.opened(), OPENED)
                        | flag(account.closed(), CLOSED)
                        | flag(limits.lower().isPresent(), LOWER)
                        | flag(limits.upper().isPresent(), UPPER)
                        | flag(account.code() != 0, CODE)
                        | flag(hasUserData, USER_DATA))
                .count(account.version())
                .count(account.sinceMillis());
        var balances = account.balances();
        writer.integer(balances.debitsPosted())
                .integer(balances.creditsPosted())
                .integer(balances.debitsPending())
                .integer(balances.creditsPending());
        limits.lower().ifPresent(writer::integer);
        limits.upper().ifPresent(writer::integer);
        if (account.code() != 0) {
            writer.count(Integer.toUnsignedLong(account.code()));
        }
        if (hasUserData) {
            writer.integer(userData.wide()).word(userData.middle()).halfWord(userData.narrow());
        }
        return writer.taken();
    }

    private static Optional<Int128> limit(ValueReader reader, int flag) {
        return flag == 0 ? Optional.empty() : Optional.of(reader.integer());
    }

    private static int flag(boolean isSet, int flag) {
        return isSet ? flag : 0;
    }
}
