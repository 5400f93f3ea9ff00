package workouts.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workouts.demo.web.Backends;
import workouts.demo.web.WebServer;

/// Starts everything, puts demo data there, says where it is, and waits for its end.
@Command(
        name = "demo",
        description =
                "Wild Workouts: Ballast, PostgreSQL, the three services, the page, and people to try them out as.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /// What there are demos of.
    enum Application {
        workouts
    }

    private static final int LOOK_AGAIN_SECONDS = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "APPLICATION", description = "what to show: ${COMPLETION-CANDIDATES}")
    private Application application = Application.workouts;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where everything is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("workouts-data");

    @Option(
            names = "--postgres",
            paramLabel = "JDBC-URL",
            description =
                    "a PostgreSQL of your own instead of one that is started here; a schema is made for each service")
    private Optional<String> postgres = Optional.empty();

    @Option(names = "--postgres-user", paramLabel = "NAME", description = "default: ${DEFAULT-VALUE}")
    private String postgresUser = "postgres";

    @Option(
            names = "--postgres-password",
            paramLabel = "PASSWORD",
            description = "default: from the variable PGPASSWORD",
            defaultValue = "${env:PGPASSWORD:-}")
    private String postgresPassword = "";

    @Option(names = "--free-ports", description = "any free ports instead of the well-known ones")
    private boolean freePorts;

    @Option(names = "--ballast", hidden = true, required = true, description = "the ledger's distribution")
    private Path ballast = Path.of("");

    @Option(names = "--services", hidden = true, required = true, description = "the services' distribution")
    private Path services = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var layout = new Layout(ballast.toAbsolutePath(), services.toAbsolutePath(), data.toAbsolutePath());
        Files.createDirectories(layout.logs());
        var stopping = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("demo-stop").unstarted(() -> {
                    stopping.countDown();
                    awaitQuietly(stopped);
                }));
        try {
            return run(layout, out, stopping);
        } finally {
            stopped.countDown();
        }
    }

    private int run(Layout layout, PrintWriter out, CountDownLatch stopping) throws IOException, InterruptedException {
        var ports = freePorts ? Ports.free() : Ports.wellKnown();
        say(out, application + ": starting PostgreSQL");
        try (var database = database(layout);
                var network = new Network(layout, ports, database, Secrets.drawn());
                var calls = new Services()) {
            for (var member : Member.values()) {
                say(out, "starting " + member.title());
                network.start(member);
            }
            var demo = new DemoData(network, calls, Clock.systemUTC());
            demo.put();
            try (var page = new WebServer(ports.page(), () -> backends(ports), People.ALL)) {
                var walk = new Walk(network, page.address(), layout.data().resolve("demo.env"));
                walk.write(demo, Clock.systemUTC());
                walk.print(out);
                return watch(network, out, stopping);
            }
        }
    }

    private static Backends backends(Ports ports) {
        return new Backends(
                ports.address(Member.TRAINER), ports.address(Member.TRAININGS), ports.address(Member.USERS));
    }

    /// Until somebody stops it, or one of the processes ends.
    private static int watch(Network network, PrintWriter out, CountDownLatch stopping) throws InterruptedException {
        while (!stopping.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
            var ended = network.ended();
            if (!ended.isEmpty()) {
                say(out, "%s has ended by itself; stopping the others".formatted(ended));
                return 1;
            }
        }
        say(out, "stopping");
        return 0;
    }

    private DatabaseServer database(Layout layout) throws IOException {
        return postgres.isPresent()
                ? DatabaseServer.given(postgres.get(), postgresUser, postgresPassword)
                : DatabaseServer.embedded(layout.postgres());
    }

    private static void say(PrintWriter out, String what) {
        out.println("demo: " + what);
        out.flush();
    }

    /// The JVM ends as soon as the last hook does, so this one waits for everything to be stopped.
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
