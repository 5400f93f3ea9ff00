package ballast.virtualmachine.testing;

import static ballast.virtualmachine.testing.Messages.balanceOf;
import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static ballast.virtualmachine.testing.Messages.transfer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every virtual machine promises its callers, one numbered rule a test.
///
/// A subclass says how to open one that nobody has used, and how to close it.
public abstract class VirtualMachineContractTest {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
    private static final long ANSWER_SECONDS_MAX = 20;

    private @Nullable VirtualMachine opened;

    /// A virtual machine at position 0 that takes calls.
    protected abstract VirtualMachine open() throws Exception;

    /// Ends what [#open] began.
    protected abstract void close() throws Exception;

    @BeforeEach
    final void openMachine() throws Exception {
        opened = open();
    }

    @AfterEach
    final void closeMachine() throws Exception {
        close();
    }

    @Test
    void v01AnAccountThatNobodyUsedReadsAsZero() throws Exception {
        var answer = read(balanceOf("user1"));
        assertThat(Messages.balance(answer)).isZero();
        assertThat(answer.getPosition()).isZero();
    }

    @Test
    void v02ATransferAnswersTheSendersNewBalanceAndMayTakeItBelowZero() throws Exception {
        assertThat(Messages.senderBalance(process(1, transfer("user1", "user2", 17))))
                .isEqualTo(-17);
        assertThat(Messages.senderBalance(process(2, transfer("user1", "user2", 1))))
                .isEqualTo(-18);
        assertThat(Messages.senderBalance(process(3, transfer("user2", "user1", 3))))
                .isEqualTo(15);
    }

    @Test
    void v03AReadShowsEverythingAnsweredBeforeItAndSaysUpToWhichPosition() throws Exception {
        process(1, transfer("user1", "user2", 17));
        process(2, transfer("user2", "user3", 5));
        assertThat(Messages.balance(read(balanceOf("user1")))).isEqualTo(-17);
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(12);
        assertThat(Messages.balance(read(balanceOf("user3")))).isEqualTo(5);
        assertThat(read(balanceOf("user3")).getPosition()).isEqualTo(2);
    }

    @Test
    void v04PositionsAreDenseFromOneAndTimesNeverGoBack() throws Exception {
        var before = process(1, transfer("user1", "user2", 1));
        assertThat(before.getPosition()).isOne();
        for (int number = 2; number <= 20; number++) {
            var next = process(number, transfer("user1", "user2", number % 3));
            assertThat(next.getPosition()).isEqualTo(number);
            assertThat(next.getTimeMillis()).isGreaterThanOrEqualTo(before.getTimeMillis());
            before = next;
        }
    }

    @Test
    void v05ATransferToOneselfChangesNothingAndAnswersTheBalance() throws Exception {
        process(1, transfer("user1", "user2", 17));
        assertThat(Messages.senderBalance(process(2, transfer("user2", "user2", LIMIT))))
                .isEqualTo(17);
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(17);
    }

    @Test
    void v06ARepeatIsAnsweredWithTheRecordedOutcomeByteForByte() throws Exception {
        var committed = process(1, transfer("user1", "user2", 17));
        var refused = process(2, transfer("user1", "user2", 0));
        process(3, transfer("user1", "user2", 1));
        assertThat(process(1, transfer("user1", "user2", 17)).toByteString()).isEqualTo(committed.toByteString());
        assertThat(process(2, transfer("user1", "user2", 0)).toByteString()).isEqualTo(refused.toByteString());
        assertThat(Messages.balance(read(balanceOf("user1")))).isEqualTo(-18);
        assertThat(read(balanceOf("user1")).getPosition()).isEqualTo(3);
    }

    @Test
    void v07AnIdThatAnotherCallOwnsIsRefusedWithTheOwnersPosition() throws Exception {
        process(1, transfer("user1", "user2", 1));
        var owner = process(2, transfer("user1", "user2", 17));
        var intruder = process(2, transfer("user1", "user2", 18));
        assertThat(intruder.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED);
        assertThat(intruder.getPosition()).isEqualTo(2);
        assertThat(intruder.getTimeMillis()).isEqualTo(owner.getTimeMillis());
        assertThat(process(2, transfer("user1", "user2", 17))).isEqualTo(owner);
        assertThat(process(3, transfer("user1", "user2", 1)).getPosition()).isEqualTo(3);
    }

    @Test
    void v08AnIdThatIsNotSixteenBytesIsRefusedAndNotRecorded() throws Exception {
        for (int length : new int[] {0, 1, 15, 17, 32}) {
            var malformed = ByteString.copyFrom(new byte[length]);
            var outcome = process(transaction(malformed, transfer("user1", "user2", 17)));
            assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ID_MALFORMED);
            assertThat(outcome.getPosition()).isZero();
            assertThat(outcome.getTimeMillis()).isZero();
        }
        assertThat(process(1, transfer("user1", "user2", 17)).getPosition()).isOne();
    }

    static Stream<RefusedCall> refusedTransactions() {
        return Stream.concat(
                RefusedCall.ofAnyMethod("Transfer"),
                Stream.concat(
                        Stream.of(RefusedCall.methodUnknown(balanceOf("user1"))), RefusedCall.malformedTransfers()));
    }

    @ParameterizedTest
    @MethodSource("refusedTransactions")
    void v09ARefusedTransactionIsRecordedAtAPositionAndChangesNothing(RefusedCall refused) throws Exception {
        process(1, transfer("user1", "user2", 17));
        var outcome = process(2, refused.call());
        assertThat(outcome.getRefused().getReason()).isEqualTo(refused.reason());
        assertThat(outcome.getPosition()).isEqualTo(2);
        assertThat(process(2, refused.call())).isEqualTo(outcome);
        assertThat(Messages.balance(read(balanceOf("user1")))).isEqualTo(-17);
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(17);
    }

    static Stream<RefusedCall> refusedReads() {
        return Stream.concat(
                RefusedCall.ofAnyMethod("GetBalance"),
                Stream.concat(
                        Stream.of(RefusedCall.methodUnknown(transfer("user1", "user2", 1))),
                        RefusedCall.malformedQueries()));
    }

    @ParameterizedTest
    @MethodSource("refusedReads")
    void v10ARefusedReadSaysWhyAndAsOfWhichPosition(RefusedCall refused) throws Exception {
        process(1, transfer("user1", "user2", 17));
        var answer = read(refused.call());
        assertThat(answer.getRefused().getReason()).isEqualTo(refused.reason());
        assertThat(answer.getPosition()).isOne();
    }

    @Test
    void v11BalancesReachTheirLimitsExactlyAndNeverPassThem() throws Exception {
        assertThat(Messages.senderBalance(process(1, transfer("rich", "mint", 1))))
                .isEqualTo(-1);
        assertThat(Messages.senderBalance(process(2, transfer("mint", "rich", LIMIT))))
                .isEqualTo(BigInteger.ONE.subtract(LIMIT));
        assertThat(Messages.senderBalance(process(3, transfer("mint", "rich", 1))))
                .isEqualTo(LIMIT.negate());
        assertThat(Messages.balance(read(balanceOf("rich")))).isEqualTo(LIMIT);
        assertRefused(4, transfer("mint", "poor", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertRefused(5, transfer("poor", "rich", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED);
        assertRefused(6, transfer("mint", "rich", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertThat(Messages.senderBalance(process(7, transfer("rich", "rich", LIMIT))))
                .isEqualTo(LIMIT);
        assertThat(Messages.balance(read(balanceOf("poor")))).isZero();
    }

    @Test
    void v12AHundredConcurrentCallsWithOneIdHaveOneEffectAndOneAnswer() throws Exception {
        var stages = new ArrayList<CompletionStage<ProcessTransactionResponse>>();
        for (int call = 0; call < 100; call++) {
            stages.add(
                    machine().processTransaction(Messages.request(transaction(id(1), transfer("user1", "user2", 17)))));
        }
        for (var stage : stages) {
            assertThat(answer(stage).toByteString())
                    .isEqualTo(answer(stages.getFirst()).toByteString());
        }
        assertThat(Messages.balance(read(balanceOf("user1")))).isEqualTo(-17);
        assertThat(read(balanceOf("user1")).getPosition()).isOne();
    }

    @Test
    void v13ConcurrentCallsWithDifferentIdsEachHaveTheirOwnPositionAndEffect() throws Exception {
        var stages = IntStream.rangeClosed(1, 500)
                .parallel()
                .mapToObj(number -> machine()
                        .processTransaction(Messages.request(
                                transaction(id(number), transfer("user" + number % 7, "user" + number % 5, number)))))
                .toList();
        var positions = new ArrayList<Long>();
        for (var stage : stages) {
            positions.add(answer(stage).getOutcome().getPosition());
        }
        assertThat(positions).hasSize(500).doesNotHaveDuplicates().allMatch(place -> place >= 1 && place <= 500);
        var sum = BigInteger.ZERO;
        for (int user = 0; user < 7; user++) {
            sum = sum.add(Messages.balance(read(balanceOf("user" + user))));
        }
        assertThat(sum).isZero();
    }

    /// The machine under test.
    protected final VirtualMachine machine() {
        return requireNonNull(opened, "opened before each test");
    }

    private Outcome process(long number, ContractCall call) throws Exception {
        return process(transaction(id(number), call));
    }

    private Outcome process(Transaction transaction) throws Exception {
        return answer(machine().processTransaction(Messages.request(transaction)))
                .getOutcome();
    }

    private CallContractResponse read(ContractCall call) throws Exception {
        return answer(machine().callContract(Messages.request(call)));
    }

    private void assertRefused(long number, ContractCall call, RefusalReason reason) throws Exception {
        assertThat(process(number, call).getRefused().getReason()).isEqualTo(reason);
    }

    private static <T> T answer(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    }
}
