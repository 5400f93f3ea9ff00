package workouts.trainings.spec;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import workouts.chassis.RunningService;
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.testing.Answer;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.ManualClock;
import workouts.chassis.testing.OpenApi;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.chassis.testing.Tokens;
import workouts.trainings.TrainingsService;
import workouts.trainings.app.saga.Relay;

/// One running service with its doubled neighbours, started once for a JVM as its program starts it. Each [Guest] is
/// somebody new, with a trainer of their own, so that tests do not meet.
final class Network {
    static final OpenApi CONTRACT = OpenApi.of("/openapi/trainings.yml");
    static final UUID HOUSE_TRAINER = UUID.fromString("c2f6c9f2-2a4c-4d0a-8a53-9c8f8f5e6d01");
    private static final Instant START = Instant.parse("2027-03-10T12:00:00Z");

    final ManualClock clock = ManualClock.at(START);
    final DoubledNeighbours neighbours = new DoubledNeighbours();
    final RunningService service;

    private Network(TestDatabase database) {
        service = started(database);
    }

    private static final class Shared {
        static final Network ONE = new Network(Postgres.empty());
    }

    static Network shared() {
        return Shared.ONE;
    }

    static Network fresh() {
        return new Network(Postgres.empty());
    }

    private RunningService started(TestDatabase database) {
        return TrainingsService.SERVICE.start(
                new Surroundings(clock, UUID::randomUUID, FailPoints.disarmed()),
                arguments(database, neighbours.target()).toArray(String[]::new));
    }

    static List<String> arguments(TestDatabase database, String target, String... more) {
        var arguments = new ArrayList<>(database.arguments());
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.profiles.active=dev",
                "--workouts.jwt.dev-secret=" + Tokens.SECRET,
                "--workouts.grpc.credential=" + DoubledNeighbours.CREDENTIAL,
                "--workouts.house-trainer=" + HOUSE_TRAINER,
                "--workouts.trainer.target=" + target,
                "--workouts.users.target=" + target,
                // A busy machine is not a neighbour that is away.
                "--workouts.trainer.deadline=PT20S",
                "--workouts.users.deadline=PT20S",
                "--workouts.trainings.answer-within=PT0.3S",
                // Tests run the relay themselves, when they want it to.
                "--workouts.trainings.relay-every=PT1H"));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    /// Time passes and what was left behind is driven on.
    void recover() {
        for (int round = 0; round < 5; round++) {
            clock.advance(Duration.ofSeconds(61));
            service.bean(Relay.class).runOnce();
        }
    }

    Api anybody() {
        return Api.at(service.address()).keeping(CONTRACT);
    }

    Tokens tokens() {
        return new Tokens(clock);
    }

    Guest guest() {
        return new Guest(this, UUID.randomUUID(), UUID.randomUUID());
    }

    /// An attendee and the trainer that they book with.
    record Guest(Network network, UUID attendeeId, UUID trainerId) {
        private static final String TRAININGS = "/api/trainings";

        Api attendee() {
            return network.anybody().as(network.tokens().attendee(attendeeId));
        }

        Api trainer() {
            return network.anybody().as(network.tokens().trainer(trainerId));
        }

        Instant in(int hours) {
            return network.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
        }

        Guest open(int... hours) {
            for (int hour : hours) {
                network.neighbours.hours.open(trainerId, in(hour));
            }
            return this;
        }

        Guest grant(int credits) {
            network.neighbours.credits.grant(attendeeId, credits);
            return this;
        }

        int balance() {
            return network.neighbours.credits.balance(attendeeId);
        }

        String bookingJson(int hour, String notes) {
            return "{\"time\":\"%s\",\"notes\":\"%s\",\"trainerUuid\":\"%s\"}".formatted(in(hour), notes, trainerId);
        }

        Answer book(int hour, String notes) {
            return attendee().post(TRAININGS, bookingJson(hour, notes));
        }

        Answer book(int hour, String notes, String key) {
            return attendee().with("Idempotency-Key", key).post(TRAININGS, bookingJson(hour, notes));
        }

        /// The path of a training that is booked and paid.
        String booked(int hour) {
            open(hour);
            grant(1);
            var answer = book(hour, "");
            if (answer.status() != 201) {
                throw new AssertionError("not booked: " + answer);
            }
            return answer.header("Location").orElseThrow();
        }

        String timeJson(int hour) {
            return "{\"time\":\"%s\"}".formatted(in(hour));
        }

        Answer list(String query) {
            return attendee().get(TRAININGS + query);
        }
    }
}
