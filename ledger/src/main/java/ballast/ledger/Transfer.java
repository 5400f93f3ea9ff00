package ballast.ledger;

import ballast.guard.Invariant;

/// Moves an amount from one account to another, whole or not at all. Balances may go below zero.
public record Transfer(Address from, Address to, Amount amount) {
    /// Whether sender and receiver are one account: such a transfer changes nothing, whatever its amount.
    public boolean isToOneself() {
        return from.equals(to);
    }

    /// What the transfer does to the balances that the sender and the receiver have now.
    public TransferOutcome outcome(Balance sender, Balance receiver) {
        if (isToOneself()) {
            Invariant.check(sender.equals(receiver), "one account has one balance");
            return new TransferOutcome.Committed(sender, receiver);
        }
        var senderAfter = sender.minus(amount);
        if (senderAfter.isEmpty()) {
            return new TransferOutcome.Refused(TransferRefusal.SENDER_BALANCE_OVERFLOW);
        }
        var receiverAfter = receiver.plus(amount);
        if (receiverAfter.isEmpty()) {
            return new TransferOutcome.Refused(TransferRefusal.RECEIVER_BALANCE_OVERFLOW);
        }
        return new TransferOutcome.Committed(senderAfter.get(), receiverAfter.get());
    }
}
