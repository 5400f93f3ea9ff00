package ballast.virtualmachine;

import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decodes the transactions of a block and says which keys they will want.
final class Preparation {
    private final TransactionReader reader;
    private final StateOverlay overlay;
    private final TransferScan scan = new TransferScan();
    private final List<StateOverlay.Found> accounts = new ArrayList<>();
    private final List<Reading.Legs> others = new ArrayList<>();

    Preparation(TransactionReader reader, StateOverlay overlay) {
        this.reader = reader;
        this.overlay = overlay;
    }

    /// Empty for a transaction without an id.
    Optional<Prepared> prepare(byte[] bytes) {
        if (scan.read(bytes)) {
            var from = overlay.found(bytes, scan.from(), scan.asset());
            var to = overlay.found(bytes, scan.to(), scan.asset());
            if (from.isPresent() && to.isPresent()) {
                return Optional.of(transfer(bytes, from.get(), to.get()));
            }
        }
        return general(bytes);
    }

    /// Reads from the state what all of them will want.
    void fetch() {
        new Expectations(overlay).fetch(accounts, others);
    }

    private Prepared transfer(byte[] bytes, StateOverlay.Found from, StateOverlay.Found to) {
        expect(from);
        expect(to);
        var id = scan.id(bytes);
        var leg = new Leg.Transfer(from.key(), to.key(), scan.amountRead(), scan.modeRead());
        var reading = new Reading.Legs(new LedgerTransaction(id, List.of(leg), List.of()), List.of(from, to));
        return new Prepared(bytes, id, record(id), Prepared.ID_FIELD_BYTES, reading);
    }

    private void expect(StateOverlay.Found account) {
        if (overlay.expect(account.slot())) {
            accounts.add(account);
        }
    }

    private Optional<Prepared> general(byte[] bytes) {
        Transaction transaction;
        try {
            transaction = Transaction.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
        if (transaction.getId().size() != LedgerMessages.ID_BYTES) {
            return Optional.empty();
        }
        var id = LedgerMessages.idOf(transaction.getId());
        if (!Arrays.equals(transaction.toByteArray(), bytes)) {
            // Written in another way: the whole of it is its content.
            var refused = new Reading.Refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
            return Optional.of(new Prepared(bytes, id, record(id), 0, refused));
        }
        var reading = reader.read(transaction);
        if (reading instanceof Reading.Legs legs) {
            others.add(legs);
        }
        return Optional.of(new Prepared(bytes, id, record(id), Prepared.ID_FIELD_BYTES, reading));
    }

    private Slot<TransactionRecord> record(ballast.ledger.TransactionId id) {
        var record = overlay.transaction(id);
        overlay.expect(record);
        return record;
    }
}
