package ballast.publicapi;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The description of `/v1` for programs, as it lies beside this class.
final class OpenApiDocument {
    private OpenApiDocument() {}

    static Buffer text() {
        try (var file = Objects.requireNonNull(
                OpenApiDocument.class.getResourceAsStream("openapi.json"), "openapi.json is not in the program")) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
