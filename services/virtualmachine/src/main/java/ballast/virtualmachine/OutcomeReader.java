package ballast.virtualmachine;

import ballast.guard.InvariantViolation;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Balances;
import ballast.ledger.Entry;
import ballast.ledger.Int128;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.Outcome;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;

/// Reads outcomes that a machine wrote.
final class OutcomeReader {
    private OutcomeReader() {}

    static Outcome outcome(byte[] serialized) {
        try {
            return Outcome.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new InvariantViolation("a recorded outcome decodes", e);
        }
    }

    /// The entries of an outcome in the ledger's words.
    static List<Entry> entries(byte[] serialized) {
        return outcome(serialized).getEntriesList().stream()
                .map(OutcomeReader::entry)
                .toList();
    }

    private static Entry entry(ballast.types.ledger.v1.Entry message) {
        var after = message.getAfter();
        return new Entry(
                message.getLeg(),
                new AccountKey(new Address(message.getAccount()), new Asset(message.getAsset())),
                kind(message.getKind()),
                int128(message.getAmount()),
                new Balances(
                        int128(after.getDebitsPosted()),
                        int128(after.getCreditsPosted()),
                        int128(after.getDebitsPending()),
                        int128(after.getCreditsPending())),
                message.getVersion());
    }

    private static Entry.Kind kind(EntryKind kind) {
        for (var candidate : Entry.Kind.values()) {
            if (OutcomeWriter.number(candidate) == kind.getNumber()) {
                return candidate;
            }
        }
        throw new InvariantViolation("a recorded entry has a kind, not " + kind);
    }

    private static Int128 int128(ballast.types.protocol.v1.Int128 message) {
        return new Int128(message.getHigh(), message.getLow());
    }
}
