package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import ballast.guard.ServiceFailure;
import ballast.journal.JournalEntry;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.Consistency;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What was recorded is found again in the journal, or nothing is said.
final class RepeatTest {
    private final Rig rig = new Rig();

    @Test
    void answersARepeatAfterARestartAsBefore() {
        var first = rig.transfer(1);
        rig.settle();
        var restarted = restarted(entry -> entry);
        var repeat = restarted
                .processTransaction(
                        Messages.request(Messages.transaction(Messages.id(1), Messages.transfer("user1", "user2", 1))))
                .toCompletableFuture();
        turn(restarted);
        rig.log.commit(restarted, rig.log.offers().size() - 1);
        turn(restarted);
        assertThat(Rig.outcome(repeat)).isEqualTo(Rig.outcome(first));
    }

    @Test
    void stopsWhenTheJournalHasAnotherOutcome() {
        rig.submit(1);
        rig.settle();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> find(restarted(entry -> new JournalEntry(entry.transaction(), new byte[] {1}))))
                .withMessage("the journal's outcome at position 1, in block 1, is not the one that was given");
    }

    @Test
    void stopsWhenTheJournalHasNoTransaction() {
        rig.submit(1);
        rig.settle();
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> find(restarted(entry -> new JournalEntry(new byte[] {-1}, entry.outcome()))))
                .withMessage("a recorded transaction decodes");
    }

    @Test
    void passesOverTheRestOfABlockThatHasDecidedMoreThanTheJournalTakes() {
        var legs = Collections.nCopies(256, Messages.transfer("x".repeat(64), "y".repeat(64), 1));
        var transaction =
                Messages.transaction(Messages.id(1), legs.toArray(Leg[]::new)).toByteString();
        var state = new StateAccess(rig.state, 10_000, 1);
        var executor = new BlockExecutor(Contracts.builtIn(), state, rig.history);
        var block = new Block(1, 1, 0, false, Collections.nCopies(600, transaction));
        var outcomes = executor.execute(state.recover(), new ballast.consensus.LogPosition(1, 1), block)
                .outcomes();
        long bytes = outcomes.stream().mapToLong(outcome -> outcome.length).sum();
        assertThat(bytes).isBetween(BlockRun.OUTCOME_BYTES_MAX, BlockRun.OUTCOME_BYTES_MAX + (1 << 20));
        assertThat(outcomes.getLast()).isSameAs(ExecutedBlock.PASSED_OVER);
    }

    @Test
    void tellsWhoWasPassedOverThatNothingWasDone() {
        var failures = new ArrayList<ServiceFailure>();
        var recipient = new Recipient() {
            @Override
            public void give(byte[] outcome) {
                throw new AssertionError("there is no outcome");
            }

            @Override
            public void fail(ServiceFailure failure) {
                failures.add(failure);
            }
        };
        new Answers(new Admission(VirtualMachineOptions.defaults().calls()))
                .give(new PendingTransaction(ByteString.EMPTY, recipient, 0), ExecutedBlock.PASSED_OVER);
        assertThat(failures).extracting(ServiceFailure::kind).containsExactly(ServiceFailure.Kind.OVERLOADED);
    }

    @Test
    void showsAnAccountWithItsTerms() {
        var limits = Limits.newBuilder().setLower(Messages.int128(-5)).setUpper(Messages.int128(70));
        var open = OpenAccount.newBuilder()
                .setAccount("user1")
                .setAsset("UNIT")
                .setLimits(limits)
                .setCode(3)
                .build();
        assertThat(rig.process(1, Leg.newBuilder().setOpen(open).build())).isNotDone();
        rig.settle();
        var read = rig.machine
                .readAccounts(ReadAccountsRequest.newBuilder()
                        .addAccounts(
                                AccountName.newBuilder().setAccount("user1").setAsset("UNIT"))
                        .setConsistency(Consistency.CONSISTENCY_LOCAL)
                        .build())
                .toCompletableFuture();
        rig.run();
        var account = read.getNow(ReadAccountsResponse.getDefaultInstance()).getAccounts(0);
        assertThat(account.getLimits()).isEqualTo(limits.build());
        assertThat(account.getCode()).isEqualTo(3);
        assertThat(account.getOpened()).isTrue();
    }

    private SteppedVirtualMachine restarted(UnaryOperator<JournalEntry> lie) {
        var machine = rig.machine(rig.state, new HistoryThatLies(rig.history, lie), FailPoints.disarmed());
        machine.start(rig.log);
        return machine;
    }

    private static void find(SteppedVirtualMachine machine) {
        var stage = machine.findTransaction(FindTransactionRequest.newBuilder()
                .setId(Messages.id(1))
                .setConsistency(Consistency.CONSISTENCY_LOCAL)
                .build());
        assertThat(Optional.of(stage)).isPresent();
        turn(machine);
    }

    private static void turn(SteppedVirtualMachine machine) {
        while (machine.turn()) {
            assertThat(machine.status().height()).isNotNegative();
        }
    }
}
