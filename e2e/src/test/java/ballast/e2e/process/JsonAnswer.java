package ballast.e2e.process;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// What a server answered to a request of `/v1`.
public record JsonAnswer(int status, String body) {
    /// The body as an object.
    public JsonObject json() {
        return new JsonObject(body);
    }

    /// The body of a 200.
    public JsonObject ok() {
        if (status != 200) {
            throw new AssertionError("not a 200: " + this);
        }
        return json();
    }

    public JsonArray array(String name) {
        return ok().getJsonArray(name);
    }

    /// The position that the answer names.
    public long position() {
        return Long.parseLong(json().getString("position"));
    }
}
