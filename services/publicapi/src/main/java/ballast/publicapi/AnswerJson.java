package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetTransactionResponse;
import ballast.types.publicapi.v1.TransactBatchResponse;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.List;

/// Answers of `/v1`, whole.
final class AnswerJson {
    private AnswerJson() {}

    static HttpReply transaction(ByteString id, Outcome outcome) {
        var reply = switch (outcome.getFateCase()) {
            case COMMITTED -> {
                var out = new JsonWriter();
                OutcomeJson.write(out, id, outcome);
                yield HttpReply.json(out.end());
            }
            case REFUSED -> Problem.refusal(id, outcome);
            case FATE_NOT_SET -> throw OutcomeJson.fateless();
        };
        var about = reply.about(TransactionId.text(id));
        return outcome.getPosition() == 0 ? about : about.at(outcome.getPosition());
    }

    static HttpReply batch(List<Transaction> transactions, TransactBatchResponse answer) {
        var out = new JsonWriter();
        long last = 0;
        for (var outcome : answer.getOutcomesList()) {
            last = Math.max(last, outcome.getPosition());
        }
        out.unsigned("position", last).array("outcomes");
        for (int place = 0; place < transactions.size(); place++) {
            OutcomeJson.write(out.item(), transactions.get(place).getId(), answer.getOutcomes(place));
            out.endObject();
        }
        return HttpReply.json(out.endArray().end()).at(last);
    }

    static HttpReply dryRun(ByteString id, DryRunResponse answer) {
        var out = begun(answer.getPosition()).object("result");
        OutcomeJson.write(out, id, answer.getOutcome());
        return ended(out.endObject(), answer.getPosition());
    }

    static HttpReply transaction(GetTransactionResponse answer) {
        var out = begun(answer.getPosition()).object("transaction");
        TransactionJson.writeInside(out, answer.getTransaction());
        if (!answer.getReversedBy().isEmpty()) {
            out.text("reversedBy", TransactionId.text(answer.getReversedBy()));
        }
        return ended(out.endObject(), answer.getPosition());
    }

    static HttpReply account(GetAccountResponse answer) {
        var out = begun(answer.getPosition()).array("accounts");
        answer.getAccountsList().forEach(account -> AccountJson.write(out, account));
        return ended(out.endArray(), answer.getPosition());
    }

    static HttpReply balances(ReadBalancesResponse answer) {
        var out = begun(answer.getPosition()).array("accounts");
        answer.getAccountsList().forEach(account -> AccountJson.write(out, account));
        return ended(out.endArray(), answer.getPosition());
    }

    static HttpReply sums(SumBalancesResponse answer) {
        return ended(writeSums(begun(answer.getPosition()), answer), answer.getPosition());
    }

    static HttpReply trialBalance(SumBalancesResponse answer) {
        var out = begun(answer.getPosition())
                .flag("balanced", answer.getSumsList().stream().allMatch(AccountJson::isBalanced));
        return ended(writeSums(out, answer), answer.getPosition());
    }

    static HttpReply transactions(ListTransactionsRequest query, ListTransactionsResponse answer) {
        var out = begun(answer.getPosition()).array("transactions");
        answer.getTransactionsList().forEach(recorded -> TransactionJson.write(out.item(), recorded));
        out.endArray();
        if (answer.hasNext()) {
            writeNext(
                    out,
                    query,
                    ListTransactionsRequest.newBuilder()
                            .setAfter(answer.getNext())
                            .setAsOf(answer.getPosition())
                            .build());
        }
        return ended(out, answer.getPosition());
    }

    static HttpReply entries(ListEntriesRequest query, ListEntriesResponse answer) {
        var out = begun(answer.getPosition()).array("entries");
        answer.getEntriesList().forEach(entry -> AccountJson.write(out, entry));
        out.endArray();
        if (answer.hasNext()) {
            writeNext(
                    out,
                    query,
                    ListEntriesRequest.newBuilder()
                            .setAfter(answer.getNext())
                            .setAsOf(answer.getPosition())
                            .build());
        }
        return ended(out, answer.getPosition());
    }

    static HttpReply accounts(ListAccountsRequest query, ListAccountsResponse answer) {
        var out = begun(answer.getPosition()).array("accounts");
        answer.getAccountsList().forEach(account -> AccountJson.write(out, account));
        out.endArray();
        if (answer.hasNext()) {
            writeNext(
                    out,
                    query,
                    ListAccountsRequest.newBuilder()
                            .setAfter(answer.getNext())
                            .setAsOf(answer.getPosition())
                            .build());
        }
        return ended(out, answer.getPosition());
    }

    private static JsonWriter writeSums(JsonWriter out, SumBalancesResponse answer) {
        out.array("sums");
        answer.getSumsList().forEach(sum -> AccountJson.write(out, sum));
        return out.endArray();
    }

    private static void writeNext(JsonWriter out, Message query, Message page) {
        out.text("next", Cursor.text(query, page));
    }

    private static JsonWriter begun(long position) {
        return new JsonWriter().unsigned("position", position);
    }

    private static HttpReply ended(JsonWriter out, long position) {
        return HttpReply.json(out.end()).at(position);
    }
}
