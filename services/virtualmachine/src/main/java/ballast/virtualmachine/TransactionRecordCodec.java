package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;
import java.util.Optional;

/// A [TransactionRecord] in the state: format (1 byte, always 2), what there is (1 byte of flags), content (16
/// bytes), position, height, offset (counts), checksum (4 bytes), then what the flags name, in their order: the
/// reversal's id (16 bytes), the legs that placed holds (32 bytes). See [ValueWriter] for the forms.
final class TransactionRecordCodec implements Codec<TransactionRecord> {
    private static final int FORMAT = 2;
    private static final int REVERSED = 1;
    private static final int HOLDS = 1 << 1;

    private final ValueWriter writer = new ValueWriter();

    @Override
    public TransactionRecord empty() {
        return TransactionRecord.NONE;
    }

    @Override
    public TransactionRecord decoded(ByteString value) {
        if (value.isEmpty()) {
            return TransactionRecord.NONE;
        }
        var reader = new ValueReader(value);
        Invariant.check(reader.octet() == FORMAT, "an id's value is a record of its transaction");
        int flags = reader.octet();
        var content = new ContentDigest(reader.word(), reader.word());
        long position = reader.count();
        long height = reader.count();
        int offset = (int) reader.count();
        int checksum = reader.halfWord();
        Optional<TransactionId> reversedBy = (flags & REVERSED) == 0 ? Optional.empty() : Optional.of(reader.id());
        var holds = (flags & HOLDS) == 0
                ? LegSet.NONE
                : new LegSet(reader.word(), reader.word(), reader.word(), reader.word());
        reader.end();
        return new TransactionRecord(content, position, height, offset, checksum, reversedBy, holds);
    }

    @Override
    public ByteString encoded(TransactionRecord value) {
        if (!value.exists()) {
            return ByteString.EMPTY;
        }
        var holds = value.holds();
        writer.octet(FORMAT)
                .octet((value.reversedBy().isPresent() ? REVERSED : 0) | (holds.isEmpty() ? 0 : HOLDS))
                .word(value.content().high())
                .word(value.content().low())
                .count(value.position())
                .count(value.height())
                .count(value.offset())
                .halfWord(value.checksum());
        value.reversedBy().ifPresent(writer::id);
        if (!holds.isEmpty()) {
            writer.word(holds.first()).word(holds.second()).word(holds.third()).word(holds.fourth());
        }
        return writer.taken();
    }
}
