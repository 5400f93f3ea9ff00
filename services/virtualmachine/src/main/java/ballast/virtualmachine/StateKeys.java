package ballast.virtualmachine;

import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Where things stand in the state. The first byte of a key says what kind of thing it is.
final class StateKeys {
    /// How far the state has come: a [StateTip].
    static final ByteString TIP = UnsafeByteOperations.unsafeWrap(new byte[] {0});

    /// How many deadlines there are.
    static final ByteString DEADLINES = UnsafeByteOperations.unsafeWrap(new byte[] {5});

    private static final byte TRANSACTION = 1;
    private static final byte ACCOUNT = 2;
    private static final byte HOLD = 3;
    private static final byte ASSETS = 4;
    private static final byte DEADLINE = 5;
    private static final int ID_BYTES = 2 * Long.BYTES;

    /// No key is longer: the state takes no longer ones.
    static final int BYTES_MAX = 255;

    private StateKeys() {}

    /// What became of a transaction: a [TransactionRecord].
    static ByteString transaction(TransactionId id) {
        var key = new byte[1 + ID_BYTES];
        return UnsafeByteOperations.unsafeWrap(key, 0, putTransaction(id, key));
    }

    /// As above, at the beginning of an array; gives the length.
    static int putTransaction(TransactionId id, byte[] key) {
        key[0] = TRANSACTION;
        WordBytes.put(key, 1, id.high());
        WordBytes.put(key, 1 + Long.BYTES, id.low());
        return 1 + ID_BYTES;
    }

    /// An [ballast.ledger.Account]. The address's length keeps it apart from the asset's name.
    static ByteString account(AccountKey account) {
        var key = new byte[BYTES_MAX];
        return UnsafeByteOperations.unsafeWrap(key, 0, putAccount(account, key));
    }

    /// As above, at the beginning of an array; gives the length.
    @SuppressWarnings("deprecation") // the low bytes of an ASCII text are the text, and this copies nothing else
    static int putAccount(AccountKey account, byte[] key) {
        var address = account.address().value();
        var asset = account.asset().value();
        key[0] = ACCOUNT;
        key[1] = (byte) address.length();
        address.getBytes(0, address.length(), key, 2);
        asset.getBytes(0, asset.length(), key, 2 + address.length());
        return 2 + address.length() + asset.length();
    }

    /// As above, from names that stand in bytes.
    static int putAccount(byte[] bytes, TransferScan.Text address, TransferScan.Text asset, byte[] key) {
        key[0] = ACCOUNT;
        key[1] = (byte) address.length;
        System.arraycopy(bytes, address.offset, key, 2, address.length);
        System.arraycopy(bytes, asset.offset, key, 2 + address.length, asset.length);
        return 2 + address.length + asset.length;
    }

    /// Where the asset begins in the key of an account.
    static int assetAt(byte[] accountKey) {
        return 2 + accountKey[1];
    }

    /// A [ballast.ledger.Hold].
    static ByteString hold(HoldId id) {
        var key = ByteBuffer.allocate(1 + ID_BYTES + Integer.BYTES)
                .put(HOLD)
                .putLong(id.transaction().high())
                .putLong(id.transaction().low())
                .putInt(id.leg());
        return UnsafeByteOperations.unsafeWrap(key.array());
    }

    /// The assets that an address has accounts in.
    static ByteString assets(Address address) {
        var key = new byte[1 + address.value().length()];
        key[0] = ASSETS;
        System.arraycopy(address.value().getBytes(StandardCharsets.US_ASCII), 0, key, 1, key.length - 1);
        return UnsafeByteOperations.unsafeWrap(key);
    }

    /// A [Deadline], by its place in the heap, from 0.
    static ByteString deadline(long place) {
        return UnsafeByteOperations.unsafeWrap(
                ByteBuffer.allocate(1 + Long.BYTES).put(DEADLINE).putLong(place).array());
    }

    /// A key in words, for people.
    static String describe(ByteString key) {
        return switch (key.byteAt(0)) {
            case TRANSACTION -> "transaction " + hex(key.substring(1));
            case ACCOUNT ->
                "account %s %s"
                        .formatted(
                                key.substring(2, 2 + key.byteAt(1)).toStringUtf8(),
                                key.substring(2 + key.byteAt(1)).toStringUtf8());
            case HOLD -> "hold " + hex(key.substring(1));
            case ASSETS -> "assets of " + key.substring(1).toStringUtf8();
            default -> "key " + hex(key);
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
