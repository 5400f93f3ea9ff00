package ballast.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Exit;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/// How every chaos test ends: on a healthy server the history must explain every answer, and the folder must verify.
record Ending(Nodes nodes, Launch healthy) {
    private static final Pattern TRANSACTIONS = Pattern.compile("(?m)transactions\\D+(\\d+)");

    void check(Callers callers) throws InterruptedException {
        ServerProcess server = nodes.start(healthy);
        URI url = server.url();
        List<BigInteger> balances = callers.settle(url);

        assertThat(callers.violations()).isEmpty();
        assertThat(balances).hasSameSizeAs(Callers.accounts());
        assertThat(balances.stream().reduce(BigInteger.ZERO, BigInteger::add)).isZero();

        assertThat(server.stop().code()).as("exit status after SIGTERM").isZero();
        Exit verify = nodes.verify(healthy);
        assertThat(verify.code()).as("%s", verify).isZero();
        assertThat(TRANSACTIONS.matcher(verify.out()).results().map(found -> found.group(1)))
                .as("transactions that the journal holds: %s", verify.out())
                .containsExactly(Long.toString(callers.answered()));
    }
}
