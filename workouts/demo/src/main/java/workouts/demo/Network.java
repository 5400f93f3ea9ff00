package workouts.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ballast and the three services, each a process of its own on this machine.
///
/// Belongs to one thread.
public final class Network implements AutoCloseable {
    private final Layout layout;
    private final Ports ports;
    private final DatabaseServer database;
    private final Secrets secrets;
    private final Map<Member, JavaProcess> running = new EnumMap<>(Member.class);
    private final Map<Member, List<String>> flags = new EnumMap<>(Member.class);

    /// @param layout where programs and data are
    public Network(Layout layout, Ports ports, DatabaseServer database, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.database = database;
        this.secrets = secrets;
    }

    /// Starts everybody, each as soon as those that it needs are there.
    public void start() throws IOException, InterruptedException {
        for (var member : Member.values()) {
            start(member);
        }
    }

    /// Starts one that does not run, and waits until it takes requests.
    public void start(Member member) throws IOException, InterruptedException {
        start(member, Optional.empty());
    }

    /// As above, to end by itself at a named point: `NAME:N`, at the Nth passing.
    public void start(Member member, Optional<String> failPoint) throws IOException, InterruptedException {
        launch(member, failPoint);
        awaitReady(member);
    }

    /// Starts one and does not wait.
    public void launch(Member member, Optional<String> failPoint) throws IOException {
        Files.createDirectories(layout.logs());
        running.put(
                member,
                JavaProcess.start(
                        member.title(),
                        member == Member.BALLAST ? ledger() : service(member, failPoint),
                        member == Member.BALLAST ? Map.of() : environment(),
                        layout.logs().resolve(member.title() + ".log")));
    }

    /// Gives the JVM of a member these flags, too, from its next start on.
    public void flags(Member member, List<String> jvmFlags) {
        flags.put(member, List.copyOf(jvmFlags));
    }

    public void awaitReady(Member member) throws InterruptedException {
        process(member).awaitReady(ports.address(member).resolve(member.readiness()));
    }

    /// Ends one as `kill -9` would.
    public void kill(Member member) throws InterruptedException {
        process(member).kill();
        running.remove(member);
    }

    /// Asks one to end as `kill` would, and waits until it is gone.
    public void stop(Member member) {
        process(member).stop();
        running.remove(member);
    }

    public boolean isAlive(Member member) {
        return running.containsKey(member) && process(member).isAlive();
    }

    /// Those that have ended by themselves.
    List<Member> ended() {
        return running.keySet().stream().filter(member -> !isAlive(member)).toList();
    }

    public long pid(Member member) {
        return process(member).pid();
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    /// Stops everybody, those first that need the others.
    @Override
    public void close() {
        for (var member : List.of(Member.values()).reversed()) {
            var process = running.remove(member);
            if (process != null) {
                process.stop();
            }
        }
    }

    private JavaProcess process(Member member) {
        return Optional.ofNullable(running.get(member))
                .orElseThrow(() -> new DemoException(member.title() + " was not started"));
    }

    private List<String> ledger() {
        var arguments = new ArrayList<>(List.of("@" + layout.ballast().resolve("jvm.options")));
        arguments.addAll(flags.getOrDefault(Member.BALLAST, List.of()));
        arguments.addAll(List.of(
                "-cp",
                layout.ballast().resolve("lib").resolve("*").toString(),
                Member.BALLAST.mainClass(),
                "start",
                "--data",
                layout.data().resolve("ballast").toString(),
                "--port",
                String.valueOf(ports.http(Member.BALLAST))));
        return arguments;
    }

    private List<String> service(Member member, Optional<String> failPoint) {
        var arguments = new ArrayList<>(List.of("@" + layout.services().resolve("jvm.options")));
        arguments.addAll(flags.getOrDefault(member, List.of()));
        failPoint.ifPresent(point -> arguments.add("-Dworkouts.failpoint=" + point));
        arguments.addAll(
                List.of("-cp", layout.services().resolve("lib").resolve("*").toString(), member.mainClass()));
        arguments.add("--server.port=" + ports.http(member));
        arguments.add("--workouts.grpc.port=" + ports.grpc(member));
        arguments.add("--spring.profiles.active=dev");
        arguments.addAll(neighbours(member));
        return arguments;
    }

    private List<String> neighbours(Member member) {
        return switch (member) {
            case BALLAST -> List.of();
            case USERS -> List.of("--workouts.ballast.url=" + ports.address(Member.BALLAST));
            case TRAINER -> List.of("--workouts.house-trainer=" + People.TRAINER.uuid());
            case TRAININGS ->
                List.of(
                        "--workouts.house-trainer=" + People.TRAINER.uuid(),
                        "--workouts.trainer.target=" + ports.target(Member.TRAINER),
                        "--workouts.users.target=" + ports.target(Member.USERS));
        };
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(database.settings());
        environment.put("WORKOUTS_JWT_DEV_SECRET", secrets.tokens());
        environment.put("WORKOUTS_GRPC_CREDENTIAL", secrets.credential());
        return environment;
    }
}
