package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.publicapi.json.JsonWriter;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.util.List;

/// A transaction in JSON, as it is asked for and as it is told.
final class TransactionJson {
    private static final List<String> MEMBERS =
            List.of("id", "legs", "conditions", "metadata", "code", "effectiveTime");

    private TransactionJson() {}

    /// A transaction that must have an id.
    static Transaction read(Given given) {
        given.members(MEMBERS);
        return read(given, TransactionId.bytes(given.required("id").uuid()));
    }

    /// A transaction that is given the id if it has none.
    static Transaction readWith(Given given, TransactionIds ids) {
        given.members(MEMBERS);
        return read(
                given, TransactionId.bytes(given.optional("id").map(Given::uuid).orElseGet(ids::next)));
    }

    /// With its outcome, both in one object.
    static void write(JsonWriter out, RecordedTransaction recorded) {
        writeInside(out, recorded);
        out.endObject();
    }

    static void writeInside(JsonWriter out, RecordedTransaction recorded) {
        var transaction = recorded.getTransaction();
        OutcomeJson.writeFate(out, transaction.getId(), recorded.getOutcome());
        writeContent(out, transaction);
        if (recorded.getOutcome().getFateCase() == Outcome.FateCase.COMMITTED) {
            EntryJson.write(out, recorded.getOutcome().getEntriesList());
        }
    }

    static void writeMetadata(JsonWriter out, List<MetadataEntry> metadata) {
        if (!metadata.isEmpty()) {
            out.object("metadata");
            metadata.forEach(entry -> out.text(entry.getKey(), entry.getValue()));
            out.endObject();
        }
    }

    private static Transaction read(Given given, ByteString id) {
        var transaction = Transaction.newBuilder().setId(id);
        given.required("legs")
                .items(1, TransactionCheck.LEGS_MAX)
                .forEach(leg -> transaction.addLegs(LegJson.read(leg)));
        given.optional("conditions")
                .ifPresent(conditions -> conditions
                        .items(0, TransactionCheck.CONDITIONS_MAX)
                        .forEach(condition -> transaction.addConditions(ConditionJson.read(condition))));
        given.optional("metadata")
                .ifPresent(metadata -> metadata.entries()
                        .forEach(entry -> transaction.addMetadata(
                                MetadataEntry.newBuilder().setKey(entry.name()).setValue(entry.text()))));
        given.optional("code").ifPresent(code -> transaction.setCode(code.unsigned32()));
        given.optional("effectiveTime").ifPresent(time -> transaction.setEffectiveTimeMillis(time.timeMillis()));
        return transaction.build();
    }

    private static void writeContent(JsonWriter out, Transaction transaction) {
        out.array("legs");
        transaction.getLegsList().forEach(leg -> LegJson.write(out, leg));
        out.endArray();
        if (transaction.getConditionsCount() > 0) {
            out.array("conditions");
            transaction.getConditionsList().forEach(condition -> ConditionJson.write(out, condition));
            out.endArray();
        }
        writeMetadata(out, transaction.getMetadataList());
        TermsJson.writeCode(out, transaction.getCode());
        if (transaction.hasEffectiveTimeMillis()) {
            out.time("effectiveTime", transaction.getEffectiveTimeMillis());
        }
    }
}
