package workouts.e2e.gym;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import workouts.chassis.testing.Answer;
import workouts.e2e.gym.Gym.Role;

/// Somebody who uses the application, in one of the roles.
///
/// @param headers what each request carries besides the token
public record Guest(Gym gym, UUID id, Role role, Map<String, String> headers) {
    private static final String TRAININGS = "/api/trainings";
    private static final int PAGES_MAX = 100;

    /// The same person, whose requests carry this, too.
    public Guest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Guest(gym, id, role, more);
    }

    /// Books without a key.
    public Answer book(UUID trainer, Instant hour, String notes) {
        return book(trainer, hour.toString(), notes);
    }

    /// As above.
    ///
    /// @param hour as text, with any offset
    public Answer book(UUID trainer, String hour, String notes) {
        return gym.trainings(this).post(TRAININGS, booking(trainer, hour, notes));
    }

    public Answer bookOnce(UUID key, UUID trainer, Instant hour, String notes) {
        return with("Idempotency-Key", key.toString()).book(trainer, hour, notes);
    }

    /// Its path, if it is booked.
    public String booked(UUID trainer, Instant hour) {
        var answer = book(trainer, hour, "");
        return answer.header("Location").orElseThrow(() -> new AssertionError("not booked: " + answer));
    }

    /// A question about trainings.
    ///
    /// @param target the path of a training; or empty, or a query, for the list
    public Answer ask(String target) {
        return gym.trainings(this).get(target.startsWith("/") ? target : TRAININGS + target);
    }

    public Answer cancel(String training) {
        return gym.trainings(this).delete(training);
    }

    public Answer move(String training, Instant hour) {
        return gym.trainings(this).put(training + "/reschedule", time(hour));
    }

    public Answer move(String training, Instant hour, String notes) {
        return gym.trainings(this)
                .put(training + "/reschedule", "{\"time\":\"%s\",\"notes\":\"%s\"}".formatted(hour, notes));
    }

    public Answer propose(String training, Instant hour) {
        return gym.trainings(this).put(training + "/request-reschedule", time(hour));
    }

    public Answer approve(String training) {
        return gym.trainings(this).put(training + "/approve-reschedule");
    }

    public Answer reject(String training) {
        return gym.trainings(this).put(training + "/reject-reschedule");
    }

    public Answer open(Instant... hours) {
        return gym.calendars(this).put("/api/trainer/calendar/make-hour-available", hours(hours));
    }

    public Answer close(Instant... hours) {
        return gym.calendars(this).put("/api/trainer/calendar/make-hour-unavailable", hours(hours));
    }

    public Answer calendar(UUID trainer, String from, String to) {
        return gym.calendars(this)
                .get("/api/trainer/calendar?dateFrom=%s&dateTo=%s&trainerUuid=%s".formatted(from, to, trainer));
    }

    /// How an hour stands: `available`, `booked` or `closed`.
    public String hour(UUID trainer, Instant hour) {
        for (var each : calendar(trainer, hour.toString(), hour.toString())
                .json()
                .path(0)
                .path("hours")) {
            if (Instant.parse(each.path("hour").asText()).equals(hour)) {
                var open = each.path("available").asBoolean() ? "available" : "closed";
                return each.path("hasTrainingScheduled").asBoolean() ? "booked" : open;
            }
        }
        return "closed";
    }

    /// What can be spent, as the users service says.
    public long balance() {
        return gym.users(this).get("/api/users/current").json().path("balance").asLong(-1);
    }

    /// Every change of the balance, the newest first.
    public List<JsonNode> statement() {
        return pages(cursor -> gym.users(this).get("/api/users/current/credits?limit=100" + cursor), "changes");
    }

    /// Canceled and past ones, too, in order of time.
    public List<JsonNode> everyTraining() {
        return pages(cursor -> ask("?state=all&from=1970-01-01T00:00:00Z&limit=100" + cursor), "trainings");
    }

    private interface Pages {
        Answer page(String cursor);
    }

    private static List<JsonNode> pages(Pages pages, String items) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            var answer = pages.page(cursor);
            if (answer.status() != 200) {
                throw new AssertionError("no page: " + answer);
            }
            answer.json().path(items).forEach(all::add);
            if (!answer.json().has("nextCursor")) {
                return all;
            }
            cursor = "&cursor=" + answer.json().path("nextCursor").asText();
        }
        throw new AssertionError("more than " + PAGES_MAX + " pages");
    }

    private static String booking(UUID trainer, String hour, String notes) {
        return "{\"time\":\"%s\",\"notes\":\"%s\",\"trainerUuid\":\"%s\"}".formatted(hour, notes, trainer);
    }

    private static String time(Instant hour) {
        return "{\"time\":\"%s\"}".formatted(hour);
    }

    private static String hours(Instant... hours) {
        return Arrays.stream(hours)
                .map(hour -> "\"" + hour + "\"")
                .collect(Collectors.joining(",", "{\"hours\":[", "]}"));
    }
}
