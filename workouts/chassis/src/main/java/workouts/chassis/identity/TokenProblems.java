package workouts.chassis.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import workouts.chassis.problems.ProblemBody;
import workouts.chassis.problems.StatusWords;

/// Answers requests without a token, or with one that is not trusted. Why it is not is not told.
final class TokenProblems implements AuthenticationEntryPoint {
    private static final ProblemBody MISSING = new ProblemBody("empty-bearer-token", "a bearer token is required");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var body =
                e instanceof InsufficientAuthenticationException ? MISSING : StatusWords.body(HttpStatus.UNAUTHORIZED);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(body.json().getBytes(StandardCharsets.UTF_8));
    }
}
