package workouts.chassis.tiny;

import io.grpc.Channel;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import workouts.chassis.grpc.Answer;
import workouts.chassis.identity.Caller;
import workouts.chassis.identity.Role;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;

/// One path for each thing that can go well or badly.
@RestController
final class TinyController {
    private final Tracer tracer;
    private final Gate gate;
    private final Supplier<Channel> channel;

    record Inner(int number) {}

    record Note(String text, Optional<Instant> time, List<Instant> hours, Optional<Inner> inner) {}

    TinyController(Tracer tracer, Gate gate, Supplier<Channel> channel) {
        this.tracer = tracer;
        this.gate = gate;
        this.channel = channel;
    }

    @GetMapping("/api/tiny/me")
    Map<String, Object> me(Caller caller) {
        return Map.of(
                "uuid",
                caller.uuid(),
                "name",
                caller.name(),
                "role",
                caller.role().word());
    }

    @GetMapping("/api/tiny/trainers")
    Map<String, Object> trainers(Caller caller) {
        return Map.of("uuid", caller.as(Role.TRAINER).uuid());
    }

    @PostMapping(path = "/api/tiny/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Note note(@RequestBody Note note) {
        return note;
    }

    @GetMapping("/api/tiny/numbers/{id}")
    Map<String, Object> number(@PathVariable UUID id, @RequestParam int n) {
        return Map.of("id", id, "n", n);
    }

    @GetMapping("/api/tiny/problems/{what}")
    void problem(@PathVariable String what) {
        RuntimeException problem = switch (what) {
            case "bug" -> new IllegalStateException("the name of the caller is Ada");
            case "slow-database" -> new QueryTimeoutException("select secrets");
            default -> new Problem(Kind.valueOf(what), "as-asked", "as asked");
        };
        throw problem;
    }

    @GetMapping("/api/tiny/gate")
    Map<String, Object> gate() {
        gate.pass();
        return Map.of("passed", true);
    }

    @GetMapping("/api/tiny/trace")
    Map<String, Object> trace() {
        var here = Objects.requireNonNull(tracer.currentSpan()).context().traceId();
        var stub = UsersServiceGrpc.newBlockingStub(channel.get());
        Answer.of(() -> stub.getTrainingBalance(GetTrainingBalanceRequest.getDefaultInstance()))
                .orThrow();
        return Map.of("trace", here);
    }
}
