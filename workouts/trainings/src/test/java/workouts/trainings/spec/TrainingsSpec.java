package workouts.trainings.spec;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import workouts.chassis.testing.Routes;

/// What callers can do, one walk an operation; every answer is compared with the contract.
final class TrainingsSpec {
    private final Network network = Network.shared();
    private final Network.Guest guest = network.guest();

    @Test
    void servesWhatTheContractHasAndNothingElse() {
        var context = requireNonNull(
                network.service.bean(RequestMappingHandlerAdapter.class).getApplicationContext());
        var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(Routes.of(mapping)).isEqualTo(Network.CONTRACT.routes());
    }

    @Test
    void aTrainingIsBookedAndReadBack() {
        guest.open(48).grant(2);
        var answer = guest.book(48, "knees");
        assertThat(answer.told()).isEqualTo("201");
        var place = answer.header("Location").orElseThrow();
        assertThat(answer.header("Content-Location")).contains(place);
        var read = guest.attendee().get(place);
        assertThat(read.told()).isEqualTo("200");
        assertThat(read.json()).isEqualTo(answer.json());
        assertThat(read.json().path("notes").asText()).isEqualTo("knees");
        assertThat(read.json().path("time").asText()).isEqualTo(guest.in(48).toString());
        assertThat(read.json().path("user").asText()).isEqualTo("Ada Attendee");
        assertThat(read.json().path("canBeCancelled").asBoolean()).isTrue();
        assertThat(read.json().path("moveRequiresAccept").asBoolean()).isFalse();
        assertThat(guest.trainer().get(place).json()).isEqualTo(read.json());
        assertThat(guest.balance()).isEqualTo(1);
    }

    @Test
    void withoutATrainerItIsTheHouseTrainer() {
        guest.grant(1);
        var mine = guest.in(47);
        network.neighbours.hours.open(Network.HOUSE_TRAINER, mine);
        var answer = guest.attendee().post("/api/trainings", "{\"time\":\"%s\"}".formatted(mine));
        assertThat(answer.told()).isEqualTo("201");
        assertThat(answer.json().path("trainerUuid").asText()).isEqualTo(Network.HOUSE_TRAINER.toString());
        assertThat(answer.json().path("notes").asText()).isEmpty();
    }

    @Test
    void aTrainingIsCanceledAndStaysInTheHistory() {
        var place = guest.booked(48);
        assertThat(guest.attendee().delete(place).told()).isEqualTo("204");
        assertThat(guest.balance()).isEqualTo(1);
        assertThat(guest.list("").json().path("trainings")).isEmpty();
        assertThat(guest.list("?state=canceled").json().path("trainings")).hasSize(1);
        assertThat(guest.attendee().get(place).json().path("canceled").asBoolean())
                .isTrue();
        assertThat(guest.attendee().delete(place).told()).isEqualTo("409 already-canceled");
    }

    @Test
    void theTrainerPaysForCancelingLate() {
        var place = guest.booked(23);
        assertThat(guest.trainer().delete(place).told()).isEqualTo("204");
        assertThat(guest.balance()).isEqualTo(2);
    }

    @Test
    void aTrainingIsMoved() {
        var place = guest.booked(48);
        guest.open(72);
        assertThat(guest.attendee()
                        .put(place + "/reschedule", guest.timeJson(72))
                        .told())
                .isEqualTo("204");
        assertThat(guest.attendee().get(place).json().path("time").asText())
                .isEqualTo(guest.in(72).toString());
        assertThat(network.neighbours.hours.held(guest.trainerId())).containsExactly(guest.in(72));
    }

    @Test
    void aMoveIsProposedAndApprovedByTheOtherSide() {
        var place = guest.booked(23);
        guest.open(72);
        assertThat(guest.trainer()
                        .put(place + "/request-reschedule", guest.timeJson(72))
                        .told())
                .isEqualTo("204");
        var proposed = guest.attendee().get(place).json();
        assertThat(proposed.path("proposedTime").asText())
                .isEqualTo(guest.in(72).toString());
        assertThat(proposed.path("moveProposedBy").asText()).isEqualTo("trainer");
        assertThat(guest.trainer().put(place + "/approve-reschedule").told()).isEqualTo("409 own-proposal");
        assertThat(guest.attendee().put(place + "/approve-reschedule").told()).isEqualTo("204");
        var moved = guest.attendee().get(place).json();
        assertThat(moved.path("time").asText()).isEqualTo(guest.in(72).toString());
        assertThat(moved.has("proposedTime")).isFalse();
        assertThat(guest.attendee().put(place + "/approve-reschedule").told()).isEqualTo("409 no-reschedule-requested");
    }

    @Test
    void aProposalIsTakenBack() {
        var place = guest.booked(23);
        guest.attendee().put(place + "/request-reschedule", guest.timeJson(72));
        assertThat(guest.attendee().put(place + "/reject-reschedule").told()).isEqualTo("204");
        assertThat(guest.attendee().put(place + "/reject-reschedule").told()).isEqualTo("409 no-reschedule-requested");
    }

    @Test
    void aListComesInPages() {
        for (int hour : new int[] {50, 48, 49}) {
            guest.booked(hour);
        }
        var first = guest.list("?limit=2").json();
        assertThat(first.path("trainings")).hasSize(2);
        assertThat(first.at("/trainings/0/time").asText())
                .isEqualTo(guest.in(48).toString());
        var second = guest.list("?limit=2&cursor=" + first.path("nextCursor").asText())
                .json();
        assertThat(second.path("trainings")).hasSize(1);
        assertThat(second.has("nextCursor")).isFalse();
        var window = guest.list("?from=" + guest.in(49) + "&to=" + guest.in(50)).json();
        assertThat(window.path("trainings")).hasSize(1);
        assertThat(guest.trainer().get("/api/trainings").json().path("trainings"))
                .hasSize(3);
    }

    @Test
    void whoSeesNothingIsToldThatThereIsNothing() {
        var place = guest.booked(48);
        var stranger = network.guest();
        for (var api : List.of(stranger.attendee(), stranger.trainer())) {
            assertThat(api.get(place).told()).isEqualTo("404 training-not-found");
            assertThat(api.delete(place).told()).isEqualTo("404 training-not-found");
            assertThat(api.put(place + "/reschedule", guest.timeJson(72)).told())
                    .isEqualTo("404 training-not-found");
            assertThat(api.put(place + "/request-reschedule", guest.timeJson(72))
                            .told())
                    .isEqualTo("404 training-not-found");
            assertThat(api.put(place + "/approve-reschedule").told()).isEqualTo("404 training-not-found");
            assertThat(api.put(place + "/reject-reschedule").told()).isEqualTo("404 training-not-found");
            assertThat(api.get("/api/trainings").json().path("trainings")).isEmpty();
        }
        var nowhere = "/api/trainings/" + UUID.randomUUID();
        assertThat(guest.attendee().get(nowhere).told()).isEqualTo("404 training-not-found");
    }

    @Test
    void onlyAttendeesBookAndNobodyWithoutAToken() {
        assertThat(guest.trainer()
                        .post("/api/trainings", guest.bookingJson(48, ""))
                        .told())
                .isEqualTo("403 invalid-role");
        assertThat(network.anybody().get("/api/trainings").told()).isEqualTo("401 empty-bearer-token");
        assertThat(network.anybody().as("x").get("/api/trainings").told()).isEqualTo("401 unable-to-verify-jwt");
    }
}
