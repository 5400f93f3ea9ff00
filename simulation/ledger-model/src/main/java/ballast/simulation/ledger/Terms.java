package ballast.simulation.ledger;

import ballast.types.ledger.v1.UserData;
import java.math.BigInteger;

/// What an account was opened with, beside its limits.
record Terms(boolean opened, int code, BigInteger wide, long middle, int narrow) {
    static final Terms NONE = new Terms(false, 0, BigInteger.ZERO, 0, 0);

    static Terms of(int code, UserData data) {
        return new Terms(true, code, Numbers.of(data.getWide()), data.getMiddle(), data.getNarrow());
    }

    boolean sameUserData(Terms other) {
        return wide.equals(other.wide) && middle == other.middle && narrow == other.narrow;
    }

    UserData userData() {
        return UserData.newBuilder()
                .setWide(Numbers.int128(wide))
                .setMiddle(middle)
                .setNarrow(narrow)
                .build();
    }
}
