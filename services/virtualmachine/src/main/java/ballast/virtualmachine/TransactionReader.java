package ballast.virtualmachine;

import ballast.ledger.Address;
import ballast.ledger.Condition;
import ballast.ledger.Ledger;
import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import ballast.ledger.Parsed;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Understands transactions, or says why they are refused whatever the state.
final class TransactionReader {
    private static final int METADATA_MAX = 16;
    private static final int METADATA_BYTES_MAX = 4_096;
    private static final int METADATA_VALUE_BYTES_MAX = 512;

    private final Contracts contracts;

    TransactionReader(Contracts contracts) {
        this.contracts = contracts;
    }

    /// Understands one.
    ///
    /// @param transaction has an id of 16 bytes
    Reading read(Transaction transaction) {
        if (transaction.hasCall()) {
            return new Reading.Refused(contracts.refusal(transaction.getCall()));
        }
        try {
            return new Reading.Legs(legs(transaction));
        } catch (MalformedException e) {
            return new Reading.Refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        }
    }

    private static LedgerTransaction legs(Transaction transaction) throws MalformedException {
        LedgerMessages.requireKnown(transaction);
        int legCount = transaction.getLegsCount();
        LedgerMessages.require(legCount >= 1 && legCount <= LedgerTransaction.LEGS_MAX);
        LedgerMessages.require(transaction.getConditionsCount() <= LedgerTransaction.CONDITIONS_MAX);
        // Unsigned: nothing is too far in the future by being negative.
        LedgerMessages.require(
                Long.compareUnsigned(transaction.getEffectiveTimeMillis(), Ledger.DEADLINE_MILLIS_MAX) <= 0);
        requireMetadata(transaction.getMetadataList());
        var legs = new ArrayList<Leg>(legCount);
        for (var leg : transaction.getLegsList()) {
            legs.add(LegMessages.leg(leg));
        }
        var conditions = new ArrayList<Condition>(transaction.getConditionsCount());
        for (var condition : transaction.getConditionsList()) {
            conditions.add(LedgerMessages.condition(condition));
        }
        return new LedgerTransaction(LedgerMessages.idOf(transaction.getId()), legs, conditions);
    }

    private static void requireMetadata(List<MetadataEntry> metadata) throws MalformedException {
        if (metadata.isEmpty()) {
            return;
        }
        LedgerMessages.require(metadata.size() <= METADATA_MAX);
        var keys = new HashSet<String>();
        int bytes = 0;
        for (var entry : metadata) {
            LedgerMessages.requireKnown(entry);
            int valueBytes = entry.getValueBytes().size();
            // The characters of a key, and how many there are, are those of an address.
            LedgerMessages.require(Address.parse(entry.getKey()) instanceof Parsed.Valid<Address>);
            LedgerMessages.require(keys.add(entry.getKey()) && valueBytes <= METADATA_VALUE_BYTES_MAX);
            bytes += entry.getKey().length() + valueBytes;
        }
        LedgerMessages.require(bytes <= METADATA_BYTES_MAX);
    }
}
