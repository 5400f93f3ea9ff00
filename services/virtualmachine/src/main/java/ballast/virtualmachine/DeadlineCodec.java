package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.HoldId;
import com.google.protobuf.ByteString;

/// A deadline in the state: format (1 byte, always 1), time (count), the hold's transaction (16 bytes) and leg
/// (count). See [ValueWriter] for the forms.
final class DeadlineCodec implements Codec<Deadline> {
    private static final int FORMAT = 1;

    private final ValueWriter writer = new ValueWriter();

    @Override
    public Deadline empty() {
        return Deadline.NONE;
    }

    @Override
    public Deadline decoded(ByteString value) {
        if (value.isEmpty()) {
            return Deadline.NONE;
        }
        var reader = new ValueReader(value);
        Invariant.check(reader.octet() == FORMAT, "a deadline's value is a deadline");
        var deadline = new Deadline(reader.count(), new HoldId(reader.id(), (int) reader.count()));
        reader.end();
        return deadline;
    }

    @Override
    public ByteString encoded(Deadline value) {
        if (value.timeMillis() == 0) {
            return ByteString.EMPTY;
        }
        return writer.octet(FORMAT)
                .count(value.timeMillis())
                .id(value.hold().transaction())
                .count(value.hold().leg())
                .taken();
    }
}
