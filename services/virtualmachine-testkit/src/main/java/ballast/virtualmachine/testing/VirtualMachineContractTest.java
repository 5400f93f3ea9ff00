package ballast.virtualmachine.testing;

import static ballast.virtualmachine.testing.Messages.balanceOf;
import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.name;
import static ballast.virtualmachine.testing.Messages.transaction;
import static ballast.virtualmachine.testing.Messages.transfer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.Consistency;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.types.virtualmachine.v1.ReadPositionRequest;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
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
    void v05ATransferToOneselfChangesNothingAndMakesNoEntry() throws Exception {
        process(1, transfer("user1", "user2", 17));
        var outcome = process(2, transfer("user2", "user2", LIMIT));
        assertThat(outcome.hasCommitted()).isTrue();
        assertThat(outcome.getEntriesList()).isEmpty();
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

    static Stream<RefusedTransaction> refusedTransactions() {
        return RefusedTransaction.all();
    }

    @ParameterizedTest
    @MethodSource("refusedTransactions")
    void v09ARefusedTransactionIsRecordedAtAPositionAndChangesNothing(RefusedTransaction refused) throws Exception {
        process(1, transfer("user1", "user2", 17));
        var outcome = process(refused.transaction(id(2)));
        assertThat(outcome.getRefused().getReason()).isEqualTo(refused.reason());
        assertThat(outcome.getRefused().hasLeg()).isFalse();
        assertThat(outcome.getRefused().hasCondition()).isFalse();
        assertThat(outcome.getPosition()).isEqualTo(2);
        assertThat(process(refused.transaction(id(2)))).isEqualTo(outcome);
        assertThat(Messages.balance(read(balanceOf("user1")))).isEqualTo(-17);
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(17);
    }

    static Stream<RefusedCall> refusedReads() {
        return Stream.concat(
                RefusedCall.ofAnyMethod("GetBalance"),
                Stream.concat(
                        Stream.of(RefusedCall.methodUnknown(Messages.call("ledger", "Transfer", ByteString.EMPTY))),
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
    void v11CountersReachTheirLimitsExactlyAndNeverPassThem() throws Exception {
        assertThat(Messages.senderBalance(process(1, transfer("mint", "rich", LIMIT))))
                .isEqualTo(LIMIT.negate());
        assertThat(Messages.balance(read(balanceOf("rich")))).isEqualTo(LIMIT);
        assertRefused(2, transfer("mint", "poor", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertRefused(3, transfer("poor", "rich", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED);
        assertRefused(4, transfer("mint", "rich", 1), RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertThat(process(5, transfer("rich", "rich", LIMIT)).hasCommitted()).isTrue();
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

    @Test
    void v14ABatchIsDecidedInOrderEachTransactionWithAFateOfItsOwn() throws Exception {
        var outcomes = processAll(
                transaction(id(1), transfer("user1", "user2", 17)),
                transaction(id(2), transfer("user1", "user2", 0)),
                transaction(id(1), transfer("user1", "user2", 17)),
                transaction(ByteString.EMPTY, transfer("user1", "user2", 17)),
                transaction(id(2), transfer("user1", "user2", 1)),
                transaction(id(3), transfer("user2", "user3", 5)));
        assertThat(outcomes).extracting(Outcome::getPosition).containsExactly(1L, 2L, 1L, 0L, 2L, 3L);
        assertThat(outcomes.get(2)).isEqualTo(outcomes.get(0));
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.getRefused().getReasonValue())
                        .toList())
                .containsExactly(0, 5, 0, 1, 2, 0);
        assertThat(processAll(transaction(id(1), transfer("user1", "user2", 17))))
                .containsExactly(outcomes.getFirst());
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(12);
    }

    @Test
    void v15ABatchHasOneToEightThousandOneHundredAndNinetyTransactions() throws Exception {
        var transactions = new ArrayList<Transaction>();
        for (int number = 1; number <= 8_191; number++) {
            transactions.add(transaction(id(number), transfer("user" + number % 7, "user7", 1)));
        }
        for (var wrong : List.of(List.<Transaction>of(), transactions)) {
            var stage = machine()
                    .processTransactions(ProcessTransactionsRequest.newBuilder()
                            .addAllTransactions(wrong.stream()
                                    .map(Transaction::toByteString)
                                    .toList())
                            .build());
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> answer(stage))
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
        var outcomes = processAll(transactions.subList(0, 8_190).toArray(Transaction[]::new));
        for (int index = 0; index < outcomes.size(); index++) {
            assertThat(outcomes.get(index).getPosition()).isEqualTo(index + 1);
        }
        assertThat(Messages.balance(read(balanceOf("user7")))).isEqualTo(8_190);
        assertThat(processAll(transactions.subList(0, 8_190).toArray(Transaction[]::new)))
                .isEqualTo(outcomes);
    }

    @Test
    void v16EveryLegIsAppliedOrNone() throws Exception {
        var outcome = process(
                1, transfer("user1", "user2", 17), transfer("mint", "rich", LIMIT), transfer("mint", "rich", 1));
        assertThat(outcome.getRefused())
                .isEqualTo(Refusal.newBuilder()
                        .setReason(RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED)
                        .setLeg(2)
                        .build());
        assertThat(outcome.getEntriesList()).isEmpty();
        assertThat(Messages.balance(read(balanceOf("user1")))).isZero();
        var committed = process(2, transfer("user1", "user2", 17), transfer("user2", "user3", 5));
        assertThat(committed.getEntriesList()).extracting(Entry::getLeg).containsExactly(0, 0, 1, 1);
        assertThat(committed.getEntriesList())
                .extracting(Entry::getAccount)
                .containsExactly("user1", "user2", "user2", "user3");
        assertThat(committed.getEntriesList()).extracting(Entry::getVersion).containsExactly(1L, 1L, 2L, 1L);
        assertThat(committed.getEntries(0).getAfter().hasCreditsPending())
                .describedAs("zero is said")
                .isTrue();
    }

    @Test
    void v17AConditionThatDoesNotHoldIsNamed() throws Exception {
        var content = transaction(id(1), transfer("user1", "user2", 17)).toBuilder()
                .addConditions(Messages.posted("user1", Comparison.COMPARISON_AT_LEAST, 0))
                .addConditions(Messages.posted("user1", Comparison.COMPARISON_LESS, 0));
        assertThat(process(content.build()).getRefused())
                .isEqualTo(Refusal.newBuilder()
                        .setReason(RefusalReason.REFUSAL_REASON_CONDITION_NOT_MET)
                        .setCondition(1)
                        .build());
        process(2, transfer("user1", "user2", 1));
        var met = content.clone().setId(id(3)).removeConditions(0).build();
        assertThat(process(met).hasCommitted()).isTrue();
    }

    @Test
    void v18ADryRunSaysWhatWouldBecomeOfATransactionAndChangesNothing() throws Exception {
        process(1, transfer("user1", "user2", 17));
        var transaction = transaction(id(2), transfer("user2", "user3", 5));
        var tried = answer(machine()
                .dryRun(DryRunRequest.newBuilder().setTransaction(transaction).build()));
        assertThat(tried.getPosition()).isOne();
        assertThat(Messages.balance(read(balanceOf("user3")))).isZero();
        var done = process(transaction);
        assertThat(tried.getOutcome().toBuilder().setTimeMillis(0).build())
                .isEqualTo(done.toBuilder().setTimeMillis(0).build());
        var again = answer(machine()
                .dryRun(DryRunRequest.newBuilder().setTransaction(transaction).build()));
        assertThat(again.getOutcome()).isEqualTo(done);
        assertThat(again.getPosition()).isEqualTo(2);
    }

    @Test
    void v19ATransactionIsFoundWithItsOutcomeAndItsReversal() throws Exception {
        var transaction = transaction(id(1), transfer("user1", "user2", 17));
        var outcome = process(transaction);
        assertThat(find(id(2)))
                .isEqualTo(FindTransactionResponse.newBuilder().setPosition(1).build());
        assertThat(find(id(1)))
                .isEqualTo(FindTransactionResponse.newBuilder()
                        .setPosition(1)
                        .setFound(RecordedTransaction.newBuilder()
                                .setTransaction(transaction)
                                .setOutcome(outcome))
                        .build());
        var reversal = process(3, Messages.reverse(id(1)));
        assertThat(reversal.getEntriesList()).extracting(Entry::getAccount).containsExactly("user2", "user1");
        assertThat(Messages.balance(read(balanceOf("user1")))).isZero();
        assertThat(find(id(1)).getReversedBy()).isEqualTo(id(3));
        assertThat(find(id(1)).getFound().getOutcome()).isEqualTo(outcome);
        assertRefused(4, Messages.reverse(id(1)), RefusalReason.REFUSAL_REASON_TRANSACTION_ALREADY_REVERSED);
        assertRefused(5, Messages.reverse(id(9)), RefusalReason.REFUSAL_REASON_TRANSACTION_NOT_FOUND);
    }

    @Test
    void v20AccountsAreShownAtOnePositionInTheOrderAskedFor() throws Exception {
        var dollars = transfer("user1", "user2", 3).toBuilder();
        dollars.getTransferBuilder().setAsset("A/2");
        process(1, transfer("user1", "user2", 17), dollars.build());
        var response = accounts(name("user2", "UNIT"), name("user1", ""), name("nobody", "UNIT"), name("nobody", ""));
        assertThat(response.getPosition()).isOne();
        assertThat(response.getAccountsList())
                .extracting(account -> account.getAccount() + " " + account.getAsset())
                .containsExactly("user2 UNIT", "user1 A/2", "user1 UNIT", "nobody UNIT");
        assertThat(response.getAccounts(0).getVersion()).isOne();
        assertThat(response.getAccounts(0).getBalances().getCreditsPosted()).isEqualTo(Messages.int128(17));
        assertThat(response.getAccounts(0).hasSinceMillis()).isTrue();
        assertThat(response.getAccounts(1).getBalances().getDebitsPosted()).isEqualTo(Messages.int128(3));
        assertThat(response.getAccounts(3).getVersion()).isZero();
        assertThat(response.getAccounts(3).hasSinceMillis()).isFalse();
    }

    @Test
    void v21APositionIsNotBeforeAnythingAnswered() throws Exception {
        for (var consistency : List.of(Consistency.CONSISTENCY_STRICT, Consistency.CONSISTENCY_LOCAL)) {
            var request =
                    ReadPositionRequest.newBuilder().setConsistency(consistency).build();
            long before = answer(machine().readPosition(request)).getPosition();
            process(before + 1, transfer("user1", "user2", 17));
            assertThat(answer(machine().readPosition(request)).getPosition()).isEqualTo(before + 1);
        }
    }

    @Test
    void v22HeldMoneyIsCapturedOrReleasedByALaterTransactionOrLeg() throws Exception {
        process(1, Messages.hold("user1", "user2", 17, 0), Messages.hold("user1", "user2", 4, 0));
        assertThat(Messages.balance(read(balanceOf("user1")))).isZero();
        assertThat(accounts(name("user1", "UNIT")).getAccounts(0).getBalances().getDebitsPending())
                .isEqualTo(Messages.int128(21));
        process(2, Messages.capture(id(1), 0), Messages.release(id(1), 1));
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(17);
        assertRefused(3, Messages.capture(id(1), 0), RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_ALREADY_POSTED);
        assertRefused(4, Messages.capture(id(1), 1), RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_ALREADY_VOIDED);
        assertRefused(5, Messages.capture(id(1), 2), RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING);
        assertRefused(6, Messages.capture(id(9), 0), RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND);
        process(7, Messages.hold("user1", "user2", 1, 0), Messages.capture(id(7), 0));
        assertThat(Messages.balance(read(balanceOf("user2")))).isEqualTo(18);
    }

    @Test
    void v24WhatIsWrittenInAnotherWayIsRefusedAndWhatIsNothingHasNoId() throws Exception {
        var good = transaction(id(1), transfer("user1", "user2", 17));
        var idLast = good.toBuilder().clearId().build().toByteString().concat(idAlone(id(1)));
        var zeroCode = good.toByteString().concat(ByteString.copyFrom(new byte[] {0x30, 0}));
        var longCode = good.toByteString().concat(ByteString.copyFrom(new byte[] {0x30, (byte) 0x81, 0}));
        var expected = RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED;
        for (var bytes : List.of(idLast, zeroCode, longCode)) {
            var request = ProcessTransactionsRequest.newBuilder()
                    .addTransactions(bytes)
                    .build();
            var outcome = processAll(request).getFirst();
            assertThat(outcome.getRefused().getReason()).isEqualTo(expected);
            assertThat(outcome.getPosition()).isOne();
            expected = RefusalReason.REFUSAL_REASON_ID_ALREADY_USED;
        }
        var nothing = ProcessTransactionsRequest.newBuilder()
                .addTransactions(ByteString.copyFrom(new byte[] {-1, -1}))
                .addTransactions(ByteString.EMPTY)
                .build();
        assertThat(processAll(nothing))
                .extracting(outcome -> outcome.getRefused().getReason())
                .containsOnly(RefusalReason.REFUSAL_REASON_ID_MALFORMED);
        assertThat(process(transaction(id(2), transfer("user1", "user2", 1))).getPosition())
                .isEqualTo(2);
    }

    private static ByteString idAlone(ByteString id) {
        return Transaction.newBuilder().setId(id).build().toByteString();
    }

    @Test
    void v23AMalformedQuestionIsAMistakeOfTheCaller() {
        var stages = List.of(
                machine().findTransaction(FindTransactionRequest.getDefaultInstance()),
                machine().readAccounts(ReadAccountsRequest.getDefaultInstance()),
                machine().readAccounts(Messages.asking(Collections.nCopies(1_001, name("user1", "UNIT")))),
                machine().readAccounts(Messages.asking(List.of(name("user 1", "")))),
                machine().readAccounts(Messages.asking(List.of(name("user1", "unit")))));
        for (var stage : stages) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> answer(stage))
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    /// The machine under test.
    protected final VirtualMachine machine() {
        return requireNonNull(opened, "opened before each test");
    }

    private Outcome process(long number, Leg... legs) throws Exception {
        return process(transaction(id(number), legs));
    }

    private List<Outcome> processAll(Transaction... transactions) throws Exception {
        return processAll(Messages.batch(transactions));
    }

    private List<Outcome> processAll(ProcessTransactionsRequest request) throws Exception {
        var outcomes = new ArrayList<Outcome>();
        for (var outcome : answer(machine().processTransactions(request)).getOutcomesList()) {
            outcomes.add(Outcome.parseFrom(outcome));
        }
        return outcomes;
    }

    private FindTransactionResponse find(ByteString id) throws Exception {
        return answer(machine()
                .findTransaction(FindTransactionRequest.newBuilder().setId(id).build()));
    }

    private ReadAccountsResponse accounts(AccountName... names) throws Exception {
        return answer(machine().readAccounts(Messages.asking(List.of(names))));
    }

    private Outcome process(Transaction transaction) throws Exception {
        return answer(machine().processTransaction(Messages.request(transaction)))
                .getOutcome();
    }

    private CallContractResponse read(ContractCall call) throws Exception {
        return answer(machine().callContract(Messages.request(call)));
    }

    private void assertRefused(long number, Leg leg, RefusalReason reason) throws Exception {
        assertThat(process(number, leg).getRefused().getReason()).isEqualTo(reason);
    }

    private static <T> T answer(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    }
}
