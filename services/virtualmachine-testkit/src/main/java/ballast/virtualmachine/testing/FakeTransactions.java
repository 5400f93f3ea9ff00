package ballast.virtualmachine.testing;

import ballast.ledger.Condition;
import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Transactions in the ledger's words, for the fake.
final class FakeTransactions {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");
    private static final long TIME_MAX =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private FakeTransactions() {}

    static LedgerTransaction legs(Transaction transaction) throws MalformedMessageException {
        Words.requireKnown(transaction);
        long effective = transaction.getEffectiveTimeMillis();
        Words.require(effective >= 0 && effective <= TIME_MAX);
        Words.require(transaction.getLegsCount() > 0 && transaction.getLegsCount() <= 256);
        Words.require(transaction.getConditionsCount() <= 64);
        requireMetadata(transaction.getMetadataList());
        var legs = new ArrayList<Leg>();
        for (var leg : transaction.getLegsList()) {
            legs.add(FakeLegs.leg(leg));
        }
        var conditions = new ArrayList<Condition>();
        for (var condition : transaction.getConditionsList()) {
            conditions.add(Words.condition(condition));
        }
        return new LedgerTransaction(Words.id(transaction.getId()), legs, conditions);
    }

    private static void requireMetadata(List<MetadataEntry> metadata) throws MalformedMessageException {
        Words.require(metadata.size() <= 16);
        int bytes = 0;
        for (var entry : metadata) {
            Words.requireKnown(entry);
            Words.require(KEY.matcher(entry.getKey()).matches());
            Words.require(entry.getValueBytes().size() <= 512);
            bytes += entry.getKey().length() + entry.getValueBytes().size();
        }
        Words.require(bytes <= 4_096);
        Words.require(metadata.stream().map(MetadataEntry::getKey).distinct().count() == metadata.size());
    }
}
