package workouts.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import workouts.chassis.testing.Answer;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Routes;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.PersonRepository;

/// What people see of themselves.
final class UsersHttpSpec {
    private static final String CURRENT = "/api/users/current";
    private static final String CREDITS = CURRENT + "/credits";
    private final RunningUsers users = RunningUsers.shared();

    @Test
    void servesWhatTheContractSaysAndNothingElse() {
        // the probes have a mapping of the same type, so it is asked for by its name
        var beans = Objects.requireNonNull(
                users.service().bean(RequestMappingHandlerAdapter.class).getApplicationContext());
        var mapping = beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(Routes.of(mapping)).isEqualTo(RunningUsers.CONTRACT.routes());
    }

    @Test
    void somebodyNewHasNoCredits() {
        var nobody = UUID.randomUUID();
        var current = ok(users.attendee(nobody).get(CURRENT));
        assertThat(current.path("displayName").asText()).isEqualTo("Ada Attendee");
        assertThat(current.path("role").asText()).isEqualTo("attendee");
        assertThat(current.path("balance").asLong()).isZero();
        assertThat(ok(users.attendee(nobody).get(CREDITS)).toString()).isEqualTo("{\"changes\":[]}");
    }

    @Test
    void aTrainerHasNoneEither() {
        var current = ok(
                users.api().as(RunningUsers.TOKENS.trainer(UUID.randomUUID())).get(CURRENT));
        assertThat(current.path("role").asText()).isEqualTo("trainer");
        assertThat(current.path("balance").asLong()).isZero();
    }

    @Test
    void theBalanceIsWhatCanBeSpent() {
        var somebody = users.somebodyWith(5);
        hold(somebody, UUID.randomUUID(), 2);
        assertThat(ok(users.attendee(somebody).get(CURRENT)).path("balance").asLong())
                .isEqualTo(3);
    }

    @Test
    void aVisitIsRememberedWithNameAndRole() {
        var somebody = UUID.randomUUID();
        ok(users.attendee(somebody).get(CURRENT));
        var people = users.service().bean(PersonRepository.class);
        assertThat(people.find(new PersonId(somebody)))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Ada Attendee"));
        ok(users.api().as(RunningUsers.TOKENS.trainer(somebody)).get(CURRENT));
        assertThat(people.find(new PersonId(somebody)))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Tess Trainer"));
    }

    @Test
    void aNameThatNoDatabaseKeepsIsNoReasonToFail() {
        Map<String, Object> claims = new HashMap<>(RunningUsers.TOKENS.claims(UUID.randomUUID(), "attendee", "x"));
        claims.put("name", "A\\u0000d\\ud83da" + "🐗".repeat(300));
        var current = ok(users.api().as(RunningUsers.TOKENS.signed(claims)).get(CURRENT));
        assertThat(current.path("displayName").asText()).startsWith("Ada🐗");
    }

    @Test
    void theStatementTellsEveryChange() {
        var somebody = users.somebodyWith(5);
        var booking = UUID.randomUUID();
        var dropped = UUID.randomUUID();
        hold(somebody, booking, 1);
        var _ = users.grpc()
                .captureCredits(CaptureCreditsRequest.newBuilder()
                        .setBookingId(booking.toString())
                        .build());
        hold(somebody, dropped, 2);
        var _ = users.grpc()
                .releaseCredits(ReleaseCreditsRequest.newBuilder()
                        .setBookingId(dropped.toString())
                        .build());
        var _ = users.grpc()
                .returnCredits(ReturnCreditsRequest.newBuilder()
                        .setUserId(somebody.toString())
                        .setBookingId(booking.toString())
                        .setRequestId(UUID.randomUUID().toString())
                        .setRefund(1)
                        .setFine(1)
                        .build());
        var changes = ok(users.attendee(somebody).get(CREDITS)).path("changes");
        assertThat(told(changes))
                .containsExactly(
                        "fined +1 → 6 training cancelled late by the gym " + booking,
                        "refunded +1 → 5 training cancelled " + booking,
                        "released +2 → 4 booking given up " + dropped,
                        "booked -2 → 2 training booked " + dropped,
                        "booked -1 → 4 training booked " + booking,
                        "granted +5 → 5 ten for nine");
    }

    @Test
    void theStatementComesInPages() {
        var somebody = users.somebodyWith(9);
        for (int count = 0; count < 4; count++) {
            hold(somebody, UUID.randomUUID(), 1);
        }
        var attendee = users.attendee(somebody);
        var whole = told(ok(attendee.get(CREDITS)).path("changes"));
        var joined = new ArrayList<String>();
        var cursor = "";
        do {
            var page = ok(attendee.get(CREDITS + "?limit=2" + cursor));
            assertThat(page.path("changes").size()).isLessThanOrEqualTo(2);
            joined.addAll(told(page.path("changes")));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(joined).isEqualTo(whole).hasSize(5);
    }

    @Test
    void nobodySeesWhatSomebodyElseHas() {
        users.somebodyWith(5);
        assertThat(ok(users.attendee(UUID.randomUUID()).get(CREDITS)).path("changes"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=0            | 400 invalid-request
            ?limit=101          | 400 invalid-request
            ?limit=many         | 400 invalid-request
            ?cursor=x           | 400 invalid-request
            ?cursor=MC4w        | 400 invalid-request
            ?limit=100          | 200
            ?cursor=MS4w        | 200
            """)
    void aQueryThatCannotBeReadIsRefused(String query, String told) {
        assertThat(users.attendee(UUID.randomUUID()).get(CREDITS + query).told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({CURRENT, CREDITS})
    void onlyWhoIsKnownIsServed(String path) {
        assertThat(users.api().get(path).told()).isEqualTo("401 empty-bearer-token");
        assertThat(users.api().as("nonsense").get(path).told()).isEqualTo("401 unable-to-verify-jwt");
        var claims = RunningUsers.TOKENS.claims(UUID.randomUUID(), "visitor", "Vera");
        assertThat(users.api().as(RunningUsers.TOKENS.signed(claims)).get(path).told())
                .isEqualTo("403 invalid-role");
    }

    @Test
    void theIssuerOfDevelopmentGivesATokenThatIsTrusted() {
        var uuid = UUID.randomUUID();
        var request = """
                {"userUuid": "%s", "email": "eve@example.org", "name": "Eve", "role": "trainer"}
                """.formatted(uuid);
        var token =
                ok(users.api().post("/api/dev/token", request)).path("token").asText();
        var current = ok(users.api().as(token).get(CURRENT));
        assertThat(current.path("displayName").asText()).isEqualTo("Eve");
        assertThat(current.path("role").asText()).isEqualTo("trainer");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, /api/users/current, 405 method-not-allowed",
        "DELETE, /api/users/current/credits, 405 method-not-allowed",
        "GET, /api/users/somebody, 404 not-found"
    })
    void otherThingsAreNotHere(String method, String path, String told) {
        Api attendee = users.attendee(UUID.randomUUID());
        assertThat(attendee.send(method, path, Optional.empty()).told()).isEqualTo(told);
    }

    private void hold(UUID somebody, UUID booking, long amount) {
        var _ = users.grpc()
                .holdCredits(HoldCreditsRequest.newBuilder()
                        .setUserId(somebody.toString())
                        .setBookingId(booking.toString())
                        .setAmount(amount)
                        .build());
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.told()).isEqualTo("200");
        return answer.json();
    }

    private static List<String> told(JsonNode changes) {
        var told = new ArrayList<String>();
        changes.forEach(change -> told.add("%s %+d → %d %s %s"
                .formatted(
                        change.path("kind").asText(),
                        change.path("amount").asLong(),
                        change.path("balance").asLong(),
                        change.path("reason").asText(),
                        change.path("trainingUuid").asText(""))
                .strip()));
        return told;
    }
}
