package workouts.chassis.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Answers what Tomcat refuses by itself, such as a path that is no path, like everything else is answered.
public final class JsonErrorValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0) {
            return;
        }
        if (response.setErrorReported()) {
            var status = Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
                    .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            var body = StatusWords.body(status).json().getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType("application/json");
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // the caller is gone, or an answer is on its way already
                getContainer().getLogger().debug("an error could not be answered", e);
            }
        }
    }
}
