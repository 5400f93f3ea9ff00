package workouts.e2e.gym;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.OpenApi;
import workouts.chassis.testing.Tokens;

/// One installation. Thread-safe.
public final class Gym {
    /// A guest's side.
    enum Role {
        TRAINER,
        ATTENDEE
    }

    /// Where everybody listens for HTTP.
    public record Addresses(URI trainer, URI trainings, URI users, URI ballast) {}

    private static final OpenApi TRAINER = OpenApi.of("/openapi/trainer.yml");
    private static final OpenApi TRAININGS = OpenApi.of("/openapi/trainings.yml");
    private static final OpenApi USERS = OpenApi.of("/openapi/users.yml");

    private final Supplier<Addresses> addresses;
    private final Clock clock;
    private final Tokens tokens;

    /// @param addresses asked for each request, as services may come again elsewhere
    /// @param clock of the services
    public Gym(Supplier<Addresses> addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
        this.tokens = new Tokens(clock);
    }

    public Guest attendee(UUID id) {
        return new Guest(this, id, Role.ATTENDEE, Map.of());
    }

    public Guest trainer(UUID id) {
        return new Guest(this, id, Role.TRAINER, Map.of());
    }

    /// What the ledger itself says about somebody.
    public Account account(UUID attendee) {
        return Account.read(Api.at(addresses.get().ballast()), attendee);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// The beginning of an hour, some days from today.
    public Instant hour(int daysAhead, int hour) {
        return today().plusDays(daysAhead).atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }

    Api calendars(Guest guest) {
        return asked(addresses.get().trainer(), guest).keeping(TRAINER);
    }

    Api trainings(Guest guest) {
        return asked(addresses.get().trainings(), guest).keeping(TRAININGS);
    }

    Api users(Guest guest) {
        return asked(addresses.get().users(), guest).keeping(USERS);
    }

    private Api asked(URI service, Guest guest) {
        var api = Api.at(service).as(token(guest));
        for (var header : guest.headers().entrySet()) {
            api = api.with(header.getKey(), header.getValue());
        }
        return api;
    }

    private String token(Guest guest) {
        return switch (guest.role()) {
            case TRAINER -> tokens.trainer(guest.id());
            case ATTENDEE -> tokens.attendee(guest.id());
        };
    }
}
