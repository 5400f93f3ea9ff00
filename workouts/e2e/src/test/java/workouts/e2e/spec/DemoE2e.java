package workouts.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import workouts.chassis.testing.Api;
import workouts.e2e.process.DemoProcess;

/// The one command of the demo: it comes up, says where everything is, stops when it is told to, and goes on where it
/// was.
@Timeout(600)
final class DemoE2e {
    /// What a JVM ends with that SIGTERM ends.
    private static final int TERMINATED = 143;

    private static final String ADAS_ACCOUNT = "/v1/accounts/attendee:";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @Test
    void comesUpStopsAndGoesOnWhereItWas() throws Exception {
        String first = lifeOfADemo();
        String second = lifeOfADemo();
        assertThat(second).as("credits are granted once").isEqualTo(first).contains("\"available\":\"20\"");
    }

    /// Starts it, looks at it and stops it.
    ///
    /// @return Ada's account in the ledger, without the position that it was read at
    private String lifeOfADemo() throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        String account;
        try (var demo = DemoProcess.start(folder)) {
            assertThat(demo.members()).as(String.join("\n", demo.said())).hasSize(4);
            processes.addAll(demo.descendants());
            assertThat(processes).containsAll(demo.members());
            account = adasAccount();
            int exit = demo.stop();
            assertThat(exit).as(String.join("\n", demo.said())).isEqualTo(TERMINATED);
        }
        assertThat(processes).as("nothing is left running").noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("workouts-data/postgres/postmaster.pid")).doesNotExist();
        return account;
    }

    private String adasAccount() throws Exception {
        var variables = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve("workouts-data/demo.env"))) {
            variables.load(file);
        }
        var ada = UUID.fromString(variables.getProperty("ADA"));
        var users = Api.at(URI.create(variables.getProperty("USERS_API"))).as(variables.getProperty("ADA_TOKEN"));
        assertThat(users.get("/api/users/current").json().path("balance").asLong())
                .isEqualTo(20);
        var ballast = Api.at(URI.create(variables.getProperty("BALLAST")));
        return ballast.get(ADAS_ACCOUNT + ada).json().path("accounts").path(0).toString();
    }
}
