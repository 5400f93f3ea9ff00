package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import com.google.protobuf.ByteString;

/// What became of a transaction, in JSON.
final class OutcomeJson {
    private OutcomeJson() {}

    /// Everything but the transaction itself.
    static void write(JsonWriter out, ByteString id, Outcome outcome) {
        writeFate(out, id, outcome);
        switch (outcome.getFateCase()) {
            case COMMITTED -> EntryJson.write(out, outcome.getEntriesList());
            case REFUSED ->
                out.text("detail", Statuses.of(outcome.getRefused().getReason()).text());
            case FATE_NOT_SET -> throw fateless();
        }
    }

    /// The id, the place and whether it happened.
    static void writeFate(JsonWriter out, ByteString id, Outcome outcome) {
        out.text("id", TransactionId.text(id));
        writePlace(out, outcome);
        switch (outcome.getFateCase()) {
            case COMMITTED -> out.text("outcome", "committed");
            case REFUSED -> {
                out.text("outcome", "refused");
                writeRefusal(out, outcome.getRefused());
            }
            case FATE_NOT_SET -> throw fateless();
        }
    }

    /// A refusal that was not recorded has no place.
    static void writePlace(JsonWriter out, Outcome outcome) {
        if (outcome.getPosition() != 0) {
            out.unsigned("position", outcome.getPosition()).time("time", outcome.getTimeMillis());
        }
    }

    static void writeRefusal(JsonWriter out, Refusal refusal) {
        out.text("reason", RefusalStatuses.name(refusal.getReason()));
        if (refusal.hasLeg()) {
            out.number("leg", Integer.toUnsignedLong(refusal.getLeg()));
        }
        if (refusal.hasCondition()) {
            out.number("condition", Integer.toUnsignedLong(refusal.getCondition()));
        }
    }

    static IllegalStateException fateless() {
        return new IllegalStateException("virtual machine: an outcome without a fate");
    }
}
