package ballast.virtualmachine;

import ballast.guard.InvariantViolation;
import ballast.ledger.TransactionId;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import com.google.protobuf.InvalidProtocolBufferException;

/// Says what became of a transaction.
record TransactionRead(TransactionId id) implements ReadCall<FindTransactionResponse> {
    @Override
    public void expect(ReadView view) {
        view.state().expect(view.state().transaction(id));
    }

    @Override
    public FindTransactionResponse answer(ReadView view) {
        var response = FindTransactionResponse.newBuilder().setPosition(view.position());
        var record = view.state().value(view.state().transaction(id));
        if (record.exists()) {
            var entry = view.entry(record);
            response.setFound(RecordedTransaction.newBuilder()
                    .setTransaction(transaction(entry.transaction()))
                    .setOutcome(OutcomeReader.outcome(entry.outcome())));
            record.reversedBy().ifPresent(reversal -> response.setReversedBy(LedgerMessages.bytes(reversal)));
        }
        return response.build();
    }

    private static Transaction transaction(byte[] serialized) {
        try {
            return Transaction.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new InvariantViolation("a recorded transaction decodes", e);
        }
    }
}
