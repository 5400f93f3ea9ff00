package ballast.virtualmachine;

import static ballast.virtualmachine.Failures.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogUnavailableException;
import ballast.guard.ServiceFailure;
import ballast.types.ledger.v1.Account;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.UserData;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.Consistency;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadPathTest {
    @Test
    void answersAReadWhenTheBarrierIsReached() {
        var rig = new Rig();
        rig.submit(1);
        rig.settle();
        var read = rig.read("user1");
        rig.run();
        assertThat(read).isNotDone();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        var answer = read.getNow(CallContractResponse.getDefaultInstance());
        assertThat(Messages.balance(answer)).isEqualTo(-1);
        assertThat(answer.getPosition()).isOne();
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void showsWhatWasDeliveredBeforeTheBarrierWasReached() {
        var rig = new Rig();
        rig.submit(1);
        var read = rig.read("user1");
        rig.run();
        rig.log.commit(rig.machine, 0);
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(read.getNow(CallContractResponse.getDefaultInstance()).getPosition())
                .isOne();
    }

    @Test
    void sharesOneBarrierAmongAllWhoWaitWhenItBegins() {
        var rig = new Rig();
        var first = rig.read("user1");
        var second = rig.read("user2");
        rig.run();
        var third = rig.read("user3");
        rig.run();
        assertThat(rig.log.barriers()).hasSize(1);
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(third).describedAs("came after the barrier began").isNotDone();
        assertThat(rig.log.barriers()).hasSize(2);
        rig.log.barriers().getLast().complete(null);
        rig.run();
        assertThat(third).isCompleted();
        assertThat(rig.machine.turn()).isFalse();
    }

    @Test
    void isUnavailableWithoutABarrier() {
        var rig = new Rig();
        var read = rig.read("user1");
        rig.run();
        rig.log.barriers().getFirst().completeExceptionally(new LogUnavailableException("no quorum"));
        rig.run();
        assertFailed(read, ServiceFailure.Kind.UNAVAILABLE, "the log has no read barrier: no quorum");
    }

    @Test
    void givesUpOnABarrierThatIsNotReachedInTime() {
        var rig = new Rig();
        var early = rig.read("user1");
        rig.run();
        rig.clock.advance(10_000);
        var late = rig.read("user1");
        rig.run();
        assertThat(early).isNotDone();
        assertThat(rig.log.barriers()).hasSize(1);
        rig.clock.advance(1);
        rig.run();
        assertFailed(early, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached for 10000 ms");
        assertThat(late).isNotDone();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        rig.log.barriers().getLast().complete(null);
        rig.run();
        assertThat(late).isCompleted();
    }

    @Test
    void givesUpOnThoseWhoWaitForTheNextBarrierToo() {
        var rig = new Rig();
        var atBarrier = rig.read("user1");
        rig.run();
        var waiting = rig.read("user1");
        rig.run();
        rig.clock.advance(10_001);
        rig.run();
        assertFailed(atBarrier, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached");
        assertFailed(waiting, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached");
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void refusesACallWithAFieldThatThisVersionDoesNotKnow() {
        var rig = new Rig();
        var field = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        var call =
                Messages.balanceOf("user1").toBuilder().setUnknownFields(field).build();
        var answer = rig.machine.callContract(Messages.request(call)).toCompletableFuture();
        rig.run();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(answer.getNow(CallContractResponse.getDefaultInstance())
                        .getRefused()
                        .getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    @Test
    void refusesADryRunThatIsTooLargeAtOnce() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Calls(100, 1 << 20, 100)));
        var large = Messages.transaction(Messages.id(1), Messages.transfer("x".repeat(101), "user2", 1));
        var answer = rig.machine
                .dryRun(DryRunRequest.newBuilder().setTransaction(large).build())
                .toCompletableFuture();
        var response = answer.getNow(DryRunResponse.getDefaultInstance());
        assertThat(response.getOutcome().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        assertThat(response.getOutcome().getPosition()).isZero();
        assertThat(rig.log.barriers()).isEmpty();
    }

    @Test
    void showsEverythingThatIsKnownOfAnAccount() {
        var rig = new Rig();
        var open = OpenAccount.newBuilder()
                .setAccount("user1")
                .setAsset("UNIT")
                .setLimits(Limits.newBuilder().setLower(Messages.int128(-500)).setUpper(Messages.int128(700)))
                .setCode(3)
                .setUserData(UserData.newBuilder()
                        .setWide(Messages.int128(4))
                        .setMiddle(5)
                        .setNarrow(6));
        var close = CloseAccount.newBuilder().setAccount("user1").setAsset("UNIT");
        var legs = List.of(
                Leg.newBuilder().setOpen(open).build(),
                Messages.transfer("user1", "user2", 10),
                Messages.transfer("user2", "user1", 20),
                Messages.hold("user1", "user2", 30, 0),
                Messages.hold("user2", "user1", 40, 0),
                Leg.newBuilder().setClose(close).build());
        assertThat(rig.process(1, legs.toArray(Leg[]::new))).isNotDone();
        rig.settle();
        var name = AccountName.newBuilder().setAccount("user1").setAsset("UNIT");
        var stranger = AccountName.newBuilder().setAccount("user9").setAsset("UNIT");
        var answer = rig.machine
                .readAccounts(ReadAccountsRequest.newBuilder()
                        .addAccounts(name)
                        .addAccounts(stranger)
                        .setConsistency(Consistency.CONSISTENCY_LOCAL)
                        .build())
                .toCompletableFuture();
        rig.run();
        var accounts = answer.getNow(ReadAccountsResponse.getDefaultInstance()).getAccountsList();
        assertThat(accounts.getFirst())
                .isEqualTo(Account.newBuilder()
                        .setAccount("user1")
                        .setAsset("UNIT")
                        .setBalances(balances(10, 20, 30, 40))
                        .setLimits(open.getLimits())
                        .setCode(3)
                        .setUserData(open.getUserData())
                        .setOpened(true)
                        .setClosed(true)
                        .setVersion(6)
                        .setSinceMillis(rig.clock.millis())
                        .build());
        assertThat(accounts.getLast())
                .isEqualTo(Account.newBuilder()
                        .setAccount("user9")
                        .setAsset("UNIT")
                        .setBalances(balances(0, 0, 0, 0))
                        .setLimits(Limits.getDefaultInstance())
                        .setUserData(UserData.newBuilder().setWide(Messages.int128(0)))
                        .build());
    }

    private static Balances balances(long debits, long credits, long debitsPending, long creditsPending) {
        return Balances.newBuilder()
                .setDebitsPosted(Messages.int128(debits))
                .setCreditsPosted(Messages.int128(credits))
                .setDebitsPending(Messages.int128(debitsPending))
                .setCreditsPending(Messages.int128(creditsPending))
                .build();
    }
}
