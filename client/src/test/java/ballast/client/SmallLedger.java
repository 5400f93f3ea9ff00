package ballast.client;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import ballast.types.publicapi.v1.WatchRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Does what it is asked, once for each id, and gives repeats their recorded outcome. A transaction of code 999 it
/// refuses. Acts of a [ScriptedServer] are made of it.
final class SmallLedger {
    static final int REFUSED_CODE = 999;

    private final Map<ByteString, Outcome> outcomes = new HashMap<>();
    private final List<RecordedTransaction> done = new ArrayList<>();
    private int repeats;

    /// Does it and answers.
    void answer(ScriptedServer.Call call) {
        var response = transact(call);
        call.begin();
        call.answer(response);
    }

    /// Does it, and the answer is lost: the call ends like one whose connection broke.
    void doAndLose(ScriptedServer.Call call) {
        transact(call);
        call.fail(Status.UNAVAILABLE.withDescription("the answer is lost"));
    }

    /// Does it and never answers.
    void doAndBeSilent(ScriptedServer.Call call) {
        transact(call);
    }

    /// Does it and answers with one outcome too few.
    void answerShort(ScriptedServer.Call call) {
        var response = transact(call);
        call.begin();
        call.answer(TransactBatchResponse.newBuilder()
                .addAllOutcomes(response.getOutcomesList().subList(1, response.getOutcomesCount()))
                .build());
    }

    /// Does it, begins to answer, and then fails as overloaded: a failure that comes after the deed.
    void beginAndFail(ScriptedServer.Call call) {
        transact(call);
        call.begin();
        call.fail(Status.RESOURCE_EXHAUSTED);
    }

    /// The change stream: everything from the position that is asked for, then silence.
    void watch(ScriptedServer.Call call) {
        watch(call, Integer.MAX_VALUE);
    }

    /// The change stream, so many transactions, then a lost connection.
    void watch(ScriptedServer.Call call, int most) {
        var wanted = recorded().stream().skip(from(call) - 1).limit(most).toList();
        call.begin();
        wanted.forEach(call::send);
        if (most != Integer.MAX_VALUE) {
            call.raw().close(Status.UNAVAILABLE, new Metadata());
        }
    }

    static long from(ScriptedServer.Call call) {
        try {
            return WatchRequest.parseFrom(call.request()).getFrom();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the client sends no message", e);
        }
    }

    static TransactBatchRequest batch(ScriptedServer.Call call) {
        try {
            return TransactBatchRequest.parseFrom(call.request());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the client sends no message", e);
        }
    }

    /// How many transactions were done; repeats do not count.
    synchronized int done() {
        return done.size();
    }

    synchronized int repeats() {
        return repeats;
    }

    synchronized List<RecordedTransaction> recorded() {
        return List.copyOf(done);
    }

    private synchronized TransactBatchResponse transact(ScriptedServer.Call call) {
        var response = TransactBatchResponse.newBuilder();
        batch(call).getTransactionsList().forEach(transaction -> response.addOutcomes(transact(transaction)));
        return response.build();
    }

    private Outcome transact(Transaction transaction) {
        var known = outcomes.get(transaction.getId());
        if (known != null) {
            repeats++;
            return known;
        }
        var outcome = Outcome.newBuilder().setPosition(done.size() + 1L).setTimeMillis(1_000);
        if (transaction.getCode() == REFUSED_CODE) {
            outcome.setRefused(Refusal.newBuilder()
                    .setReason(RefusalReason.REFUSAL_REASON_EXCEEDS_CREDITS)
                    .setLeg(0));
        } else {
            outcome.setCommitted(ByteString.EMPTY);
        }
        outcomes.put(transaction.getId(), outcome.build());
        done.add(RecordedTransaction.newBuilder()
                .setTransaction(transaction)
                .setOutcome(outcome)
                .build());
        return outcome.build();
    }
}
