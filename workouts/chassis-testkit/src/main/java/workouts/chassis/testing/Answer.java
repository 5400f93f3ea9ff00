package workouts.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// What a service answered.
public record Answer(int status, HttpHeaders headers, String body) {
    public JsonNode json() {
        return Json.parsed(body);
    }

    /// The reason of a refusal; empty if there is no such thing in the body.
    public String slug() {
        return body.startsWith("{") ? json().path("slug").asText("") : "";
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// As in `409 hour-not-available`, for tables.
    public String told() {
        return (status + " " + slug()).strip();
    }
}
