package workouts.demo;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.demo.web.Identity;

/// What there is to try out: credits and open hours. Putting it there twice changes nothing.
final class DemoData {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int CREDITS = 20;
    private static final int DAYS = 21;
    private static final int FIRST_HOUR = 12;
    private static final int LAST_HOUR = 20;
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final Network network;
    private final Services services;
    private final Clock clock;

    DemoData(Network network, Services services, Clock clock) {
        this.network = network;
        this.services = services;
        this.clock = clock;
    }

    void put() throws IOException, InterruptedException {
        grantCredits();
        openHours();
    }

    /// A token of the development issuer, which gives one to everybody.
    String token(Identity person) throws IOException, InterruptedException {
        var answer = services.post(
                network.ports().address(Member.USERS).resolve("/api/dev/token"),
                "{\"userUuid\":\"%s\",\"name\":\"%s\",\"email\":\"%s\",\"role\":\"%s\"}"
                        .formatted(person.uuid(), person.name(), person.email(), person.role()));
        var token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new DemoException("the issuer answered without a token");
        }
        return token.group(1);
    }

    /// The id of a grant follows from the person, so that the next start does not grant again.
    private void grantCredits() {
        var settings = new GrpcSettings("127.0.0.1", 0, network.secrets().credential());
        try (var neighbours = new Neighbours(settings, ObservationRegistry.NOOP)) {
            var users = UsersServiceGrpc.newBlockingStub(
                    neighbours.channel(network.ports().target(Member.USERS), DEADLINE, UsersServiceGrpc.SERVICE_NAME));
            for (var attendee : People.ATTENDEES) {
                var grant = "demo grant to " + attendee.uuid();
                var _ = users.updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                        .setUserId(attendee.uuid().toString())
                        .setAmountChange(CREDITS)
                        .setRequestId(UUID.nameUUIDFromBytes(grant.getBytes(StandardCharsets.UTF_8))
                                .toString())
                        .setReason("welcome")
                        .build());
            }
        }
    }

    /// Every second hour of three weeks, unless some hour is open already.
    private void openHours() throws IOException, InterruptedException {
        var trainer = network.ports().address(Member.TRAINER);
        var token = token(People.TRAINER);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var calendar = services.get(
                trainer.resolve("/api/trainer/calendar?dateFrom=%s&dateTo=%s".formatted(today, today.plusDays(DAYS))),
                token);
        if (calendar.contains("\"available\":true")) {
            return;
        }
        var hours = IntStream.rangeClosed(1, DAYS)
                .mapToObj(today::plusDays)
                .flatMap(day -> IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR)
                        .filter(hour -> hour % 2 == 0)
                        .mapToObj(hour -> day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC)))
                .map(hour -> "\"" + hour + "\"")
                .collect(Collectors.joining(",", "{\"hours\":[", "]}"));
        services.put(trainer.resolve("/api/trainer/calendar/make-hour-available"), token, hours);
    }
}
