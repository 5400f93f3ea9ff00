package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.Balance;
import ballast.types.ledger.v1.BalanceQuery;
import ballast.types.ledger.v1.TransferArguments;
import ballast.types.protocol.v1.Int128;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LedgerArgumentsTest {
    private static final UnknownFieldSet UNKNOWN =
            UnknownFieldSet.newBuilder().mergeVarintField(15, 1).build();

    @Test
    void readsATransferAndAQuery() {
        assertThat(LedgerArguments.transfer(
                        Messages.transfer("user1", "user2", 17).getArguments()))
                .contains(new ballast.ledger.Transfer(new Address("user1"), new Address("user2"), Amount.of(17)));
        assertThat(LedgerArguments.account(Messages.balanceOf("user1").getArguments()))
                .contains(new Address("user1"));
    }

    static Stream<Arguments> malformedTransfers() throws InvalidProtocolBufferException {
        var good = TransferArguments.parseFrom(
                Messages.transfer("user1", "user2", 17).getArguments());
        return Stream.of(
                row("nothing", TransferArguments.newBuilder()),
                row("no sender", good.toBuilder().clearFrom()),
                row("no receiver", good.toBuilder().clearTo()),
                row("no amount", good.toBuilder().clearAmount()),
                row(
                        "a negative amount",
                        good.toBuilder().setAmount(Int128.newBuilder().setHigh(-1))),
                row("a field of another version", good.toBuilder().setUnknownFields(UNKNOWN)),
                row(
                        "one inside the sender",
                        changed(good, b -> b.getFromBuilder().setUnknownFields(UNKNOWN))),
                row(
                        "one inside the receiver",
                        changed(good, b -> b.getToBuilder().setUnknownFields(UNKNOWN))),
                row(
                        "one inside the amount",
                        changed(good, b -> b.getAmountBuilder().setUnknownFields(UNKNOWN))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedTransfers")
    void takesNoTransferThatIsMalformed(String why, ByteString arguments) {
        assertThat(LedgerArguments.transfer(arguments)).describedAs(why).isEmpty();
    }

    @Test
    void takesNoQueryThatIsMalformed() throws InvalidProtocolBufferException {
        var good = BalanceQuery.parseFrom(Messages.balanceOf("user1").getArguments());
        assertThat(LedgerArguments.account(ByteString.EMPTY)).isEmpty();
        assertThat(LedgerArguments.account(
                        good.toBuilder().setUnknownFields(UNKNOWN).build().toByteString()))
                .isEmpty();
        var inside = good.toBuilder();
        inside.getAccountBuilder().setUnknownFields(UNKNOWN);
        assertThat(LedgerArguments.account(inside.build().toByteString())).isEmpty();
        assertThat(LedgerArguments.account(ByteString.copyFrom(new byte[] {-1})))
                .isEmpty();
        assertThat(LedgerArguments.transfer(ByteString.copyFrom(new byte[] {-1})))
                .isEmpty();
    }

    @Test
    void answersABalanceInTwoWords() {
        assertThat(LedgerArguments.int128(Balance.of(-17)))
                .isEqualTo(Int128.newBuilder().setHigh(-1).setLow(-17).build());
    }

    private static TransferArguments.Builder changed(
            TransferArguments good, java.util.function.Consumer<TransferArguments.Builder> change) {
        var builder = good.toBuilder();
        change.accept(builder);
        return builder;
    }

    private static Arguments row(String why, TransferArguments.Builder transfer) {
        return Arguments.of(why, transfer.build().toByteString());
    }
}
