package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.Asset;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/// The assets of an address in the state: format (1 byte, always 1), how many there are (count), and each of them
/// (text), in ascending order. See [ValueWriter] for the forms.
final class AssetsCodec implements Codec<List<Asset>> {
    private static final int FORMAT = 1;

    private final ValueWriter writer = new ValueWriter();

    @Override
    public List<Asset> empty() {
        return List.of();
    }

    @Override
    public List<Asset> decoded(ByteString value) {
        if (value.isEmpty()) {
            return List.of();
        }
        var reader = new ValueReader(value);
        Invariant.check(reader.octet() == FORMAT, "an address's value is a list of assets");
        var assets = new ArrayList<Asset>();
        for (long rest = reader.count(); rest > 0; rest--) {
            assets.add(new Asset(reader.text()));
        }
        reader.end();
        return List.copyOf(assets);
    }

    @Override
    public ByteString encoded(List<Asset> assets) {
        if (assets.isEmpty()) {
            return ByteString.EMPTY;
        }
        writer.octet(FORMAT).count(assets.size());
        for (var asset : assets) {
            writer.text(asset.value());
        }
        return writer.taken();
    }
}
