package ballast.consensus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The contract has teeth: every rule fails on some log that is broken on purpose.
final class BrokenLogsTest {
    /// What is broken, and the rule that must notice.
    static Stream<Arguments> flaws() {
        return Stream.of(
                flawed("R1", "an entry twice", FlawedDeliveries.anEntryTwice()),
                flawed("R1", "an entry lost", FlawedDeliveries.oneMissing()),
                flawed("R1", "two entries swapped", FlawedDeliveries.twoSwapped()),
                flawed("R2", "long entries cut short", FlawedDeliveries.longEntriesCut()),
                flawedLog("R3", "an empty entry taken", FlawedLogs.saysNothingOfEmptyEntries()),
                flawedLog("R4", "the buffer read again later", FlawedLogs.readsTheBufferAgainLater()),
                flawedLog("R5", "committed before delivered", FlawedLogs.commitsBeforeItDelivers()),
                flawedLog("R6", "another position answered", FlawedLogs.answersWithAnotherPosition()),
                flawedLog("R7", "proposals lost while another is under way", FlawedLogs.losesProposalsMadeAtOnce()),
                flawedLog("R8", "proposals of other threads lost", FlawedLogs.losesProposalsMadeAtOnce()),
                flawed("R9", "a buffer that can be written", FlawedDeliveries.writableBuffers()),
                flawed("R10", "two deliveries at a time", FlawedDeliveries.twoAtATime()),
                flawedLog("R11", "a barrier that does not wait", FlawedLogs.letsReadsPassAtOnce()),
                flawedLog("R12", "a barrier that is delivered", FlawedLogs.deliversItsBarriers()),
                flawed("R13", "everything again after a restart", FlawedDeliveries.fromTheStartAfterARestart()),
                flawed("R14", "other positions after a restart", FlawedDeliveries.renumberedAfterARestart()),
                flawedLog("R15", "committed entries called rejected", FlawedLogs.callsWhatItCommittedRejected()),
                flawed("R16", "everything again after forgetting", FlawedDeliveries.fromTheStartAfterARestart()),
                flawed("R17", "no word of what was dropped", FlawedDeliveries.noWordOfWhatWasDropped()),
                flawed("R18", "opened without the state", FlawedDeliveries.noWordOfWhatWasDropped()),
                flawedLog("R19", "more forgotten than allowed", FlawedLogs.forgetsMoreThanAllowed()),
                flawed("R20", "no word of leading", FlawedDeliveries.noWordOfLeading()),
                flawedLog("R21", "committed after it was closed", FlawedLogs.commitsAfterItWasClosed()),
                flawedLog("R22", "stages left open at the end", FlawedLogs.leavesStagesOpen()),
                flawedLog("R23", "closed only once", FlawedLogs.cannotBeClosedTwice()),
                flawed("R24", "asked twice what was recovered", FlawedDeliveries.recoveredAskedTwice()));
    }

    @ParameterizedTest(name = "{0} notices {1}")
    @MethodSource("flaws")
    void theRuleFailsOnTheBrokenLog(String rule, String what, BrokenHost host) {
        assertThat(failures(host, rule)).as(what).containsExactly(rule);
    }

    @ParameterizedTest(name = "{0} has nothing to say about a good log")
    @MethodSource("flaws")
    void theRuleHoldsOnAGoodLog(String rule, String what) {
        BrokenHost good = new BrokenHost(UnaryOperator.identity(), UnaryOperator.identity());
        assertThat(failures(good, rule)).isEmpty();
    }

    private static Arguments flawed(String rule, String what, UnaryOperator<ReplicatedStateMachine> machine) {
        return arguments(rule, what, new BrokenHost(machine, UnaryOperator.identity()));
    }

    private static Arguments flawedLog(String rule, String what, UnaryOperator<ReplicatedLog> log) {
        return arguments(rule, what, new BrokenHost(UnaryOperator.identity(), log));
    }

    /// Runs one rule of the contract on a host; the rule, if it fails.
    private static Set<String> failures(BrokenHost host, String rule) {
        ContractOnABrokenLog.host = host;
        Set<String> run = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    run.add(ruleOf(test.getDisplayName()));
                }
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    failed.add(ruleOf(test.getDisplayName()));
                }
            }
        };
        PostDiscoveryFilter thisRule = test -> FilterResult.includedIf(
                !test.isTest() || ruleOf(test.getDisplayName()).equals(rule));
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(ContractOnABrokenLog.class))
                                .filters(thisRule)
                                .build(),
                        listener);
        assertThat(run).containsExactly(rule);
        return failed;
    }

    private static String ruleOf(String displayName) {
        return displayName.split(" ", 2)[0];
    }

    record BrokenHost(UnaryOperator<ReplicatedStateMachine> machine, UnaryOperator<ReplicatedLog> log)
            implements LogHost {
        private static SimulatedLogHost good = newGood();

        private static SimulatedLogHost newGood() {
            return new SimulatedLogHost(SimulatedCluster.calm(1), 0);
        }

        BrokenHost emptied() {
            good = newGood();
            return this;
        }

        @Override
        public ReplicatedLog open(ReplicatedStateMachine it) {
            return log.apply(good.open(machine.apply(it)));
        }

        @Override
        public void work(BooleanSupplier reached) {
            good.work(reached);
        }
    }

    /// Not found by the build, which looks for no nested classes; run by the tests above.
    static final class ContractOnABrokenLog extends ReplicatedLogContractTest {
        private static BrokenHost host = new BrokenHost(UnaryOperator.identity(), UnaryOperator.identity());

        @Override
        protected LogHost newHost() {
            return host.emptied();
        }
    }
}
