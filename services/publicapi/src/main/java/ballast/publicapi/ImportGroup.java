package ballast.publicapi;

import ballast.publicapi.json.JsonReader;
import ballast.publicapi.json.JsonWriter;
import ballast.publicapi.json.MalformedJsonException;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of an import that go to the ledger together, and their answers, in the order of the lines.
final class ImportGroup {
    /// As many lines as make one call worth while, and its answers small enough to wait for their reader.
    static final int LINES_MAX = 2_048;

    /// A line that is a transaction, or the answer of one that is none.
    private record Line(long number, Optional<Transaction> transaction, Buffer problem) {}

    private final List<Line> lines = new ArrayList<>();
    private final TransactBatchRequest.Builder request = TransactBatchRequest.newBuilder();

    void add(long number, byte[] text) {
        try {
            var transaction = TransactionJson.read(JsonReader.read(text));
            TransactionCheck.require(transaction);
            request.addTransactions(transaction);
            lines.add(new Line(number, Optional.of(transaction), Buffer.buffer()));
        } catch (MalformedJsonException e) {
            addInvalid(number, e.path(), e.problem());
        } catch (InvalidArgumentException e) {
            addInvalid(number, e.parameter(), e.problem());
        }
    }

    void addInvalid(long number, String field, String problem) {
        var out = begun(number, "invalid");
        Problem.writeInvalid(out, field, problem);
        lines.add(new Line(number, Optional.empty(), Buffer.buffer(out.end())));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean isFull() {
        return lines.size() >= LINES_MAX;
    }

    boolean hasTransactions() {
        return request.getTransactionsCount() > 0;
    }

    long firstLine() {
        return lines.getFirst().number();
    }

    TransactBatchRequest transactions() {
        return request.build();
    }

    /// One line for each line.
    Buffer answers(TransactBatchResponse response) {
        var text = Buffer.buffer();
        int place = 0;
        for (var line : lines) {
            if (line.transaction().isPresent()) {
                var out = new JsonWriter().number("line", line.number());
                OutcomeJson.write(out, line.transaction().get().getId(), response.getOutcomes(place));
                text.appendBytes(out.end());
                place++;
            } else {
                text.appendBuffer(line.problem());
            }
            text.appendByte((byte) '\n');
        }
        return text;
    }

    /// One line for each line, where the call failed.
    ///
    /// @param outcome `unknown`, or `notDone`
    Buffer failures(String outcome, String detail) {
        var text = Buffer.buffer();
        for (var line : lines) {
            if (line.transaction().isPresent()) {
                var id = TransactionId.text(line.transaction().get().getId());
                text.appendBytes(begun(line.number(), outcome)
                        .text("id", id)
                        .text("detail", detail)
                        .end());
            } else {
                text.appendBuffer(line.problem());
            }
            text.appendByte((byte) '\n');
        }
        return text;
    }

    static JsonWriter begun(long number, String outcome) {
        return new JsonWriter().number("line", number).text("outcome", outcome);
    }
}
