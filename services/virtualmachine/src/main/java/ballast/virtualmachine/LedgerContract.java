package ballast.virtualmachine;

import ballast.ledger.Address;
import ballast.ledger.Balance;
import ballast.ledger.Transfer;
import ballast.ledger.TransferOutcome;
import ballast.ledger.TransferRefusal;
import ballast.types.ledger.v1.BalanceResult;
import ballast.types.ledger.v1.TransferResult;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;

/// The contract that is built in: accounts, and transfers between them.
final class LedgerContract implements Contract {
    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Map<String, Method<ContractState>> transactions() {
        return Map.of("Transfer", LedgerContract::transfer);
    }

    @Override
    public Map<String, Method<StateView>> reads() {
        return Map.of("GetBalance", LedgerContract::balance);
    }

    private static PreparedCall<ContractState> transfer(ByteString arguments) {
        return LedgerArguments.transfer(arguments)
                .<PreparedCall<ContractState>>map(PreparedTransfer::new)
                .orElseGet(() -> PreparedCall.refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
    }

    private static PreparedCall<StateView> balance(ByteString arguments) {
        return LedgerArguments.account(arguments)
                .<PreparedCall<StateView>>map(PreparedBalance::new)
                .orElseGet(() -> PreparedCall.refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
    }

    private record PreparedTransfer(Transfer transfer, ByteString sender, ByteString receiver)
            implements PreparedCall<ContractState> {
        PreparedTransfer(Transfer transfer) {
            this(transfer, StateKeys.account(transfer.from()), StateKeys.account(transfer.to()));
        }

        @Override
        public List<ByteString> expectedKeys() {
            return List.of(sender, receiver);
        }

        @Override
        public CallOutcome run(ContractState state) {
            var outcome = transfer.outcome(
                    BalanceValue.decoded(state.value(sender)), BalanceValue.decoded(state.value(receiver)));
            return switch (outcome) {
                case TransferOutcome.Refused(TransferRefusal reason) -> new CallOutcome.Refused(published(reason));
                case TransferOutcome.Committed(Balance senderAfter, Balance receiverAfter) -> {
                    if (!transfer.isToOneself()) {
                        state.set(sender, BalanceValue.encoded(senderAfter));
                        state.set(receiver, BalanceValue.encoded(receiverAfter));
                    }
                    yield new CallOutcome.Result(TransferResult.newBuilder()
                            .setSenderBalance(LedgerArguments.int128(senderAfter))
                            .build()
                            .toByteString());
                }
            };
        }

        private static RefusalReason published(TransferRefusal reason) {
            return switch (reason) {
                case SENDER_BALANCE_OVERFLOW -> RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED;
                case RECEIVER_BALANCE_OVERFLOW -> RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED;
            };
        }
    }

    private record PreparedBalance(ByteString account) implements PreparedCall<StateView> {
        PreparedBalance(Address account) {
            this(StateKeys.account(account));
        }

        @Override
        public List<ByteString> expectedKeys() {
            return List.of(account);
        }

        @Override
        public CallOutcome run(StateView state) {
            return new CallOutcome.Result(BalanceResult.newBuilder()
                    .setBalance(LedgerArguments.int128(BalanceValue.decoded(state.value(account))))
                    .build()
                    .toByteString());
        }
    }
}
