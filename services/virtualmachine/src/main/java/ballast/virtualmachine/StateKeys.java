package ballast.virtualmachine;

import ballast.ledger.Address;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Where things stand in the state. The first byte of a key says what kind of thing it is.
final class StateKeys {
    /// How far the state has come: a [StateTip].
    static final ByteString TIP = UnsafeByteOperations.unsafeWrap(new byte[] {0});

    /// What the ledger counts until there are several assets.
    static final String ASSET = "UNIT";

    private static final byte TRANSACTION = 1;
    private static final byte ACCOUNT = 2;
    private static final byte[] ASSET_BYTES = ASSET.getBytes(StandardCharsets.US_ASCII);

    private StateKeys() {}

    /// What became of a transaction: a [RecordedOutcome].
    static ByteString transaction(ByteString id) {
        var key = new byte[1 + id.size()];
        key[0] = TRANSACTION;
        id.copyTo(key, 1);
        return UnsafeByteOperations.unsafeWrap(key);
    }

    /// The balance of an account: a [BalanceValue]. The address's length keeps it apart from the asset's name.
    static ByteString account(Address address) {
        int length = address.value().length();
        var key = new byte[2 + length + ASSET_BYTES.length];
        key[0] = ACCOUNT;
        key[1] = (byte) length;
        System.arraycopy(address.value().getBytes(StandardCharsets.US_ASCII), 0, key, 2, length);
        System.arraycopy(ASSET_BYTES, 0, key, 2 + length, ASSET_BYTES.length);
        return UnsafeByteOperations.unsafeWrap(key);
    }

    /// A key in words, for people.
    static String describe(ByteString key) {
        return switch (key.byteAt(0)) {
            case TRANSACTION ->
                "transaction " + HexFormat.of().formatHex(key.substring(1).toByteArray());
            case ACCOUNT -> "account " + key.substring(2, 2 + key.byteAt(1)).toStringUtf8();
            default -> "key " + HexFormat.of().formatHex(key.toByteArray());
        };
    }

    static boolean isAccount(ByteString key) {
        return key.byteAt(0) == ACCOUNT;
    }
}
