package workouts.chassis.problems;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers everything that controllers, and Spring on the way to them, throw: always `{slug, message}` as JSON.
@RestControllerAdvice
public final class HttpProblems extends ResponseEntityExceptionHandler {
    /// A problem, or a failure that nobody expected.
    @ExceptionHandler(Throwable.class)
    ResponseEntity<Object> answer(Throwable thrown) {
        return answer(Failures.problem(thrown), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return JsonFaults.isTooLarge(e)
                ? answer(HttpStatus.CONTENT_TOO_LARGE, headers)
                : answer(Problem.malformed(JsonFaults.told(e)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return answer(Problem.malformed(name + " cannot be read"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.malformed(e.getParameterName() + " is missing"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var what = e instanceof MissingRequestHeaderException header ? header.getHeaderName() : "a part of the request";
        return answer(Problem.malformed(what + " is missing"), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = Optional.ofNullable(HttpStatus.resolve(status.value())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        return known.is5xxServerError() ? answer(e) : answer(known, headers);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        var response = ResponseEntity.status(problem.kind().http()).headers(headers);
        if (problem.kind().http() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        return response.contentType(MediaType.APPLICATION_JSON).body(problem.body());
    }

    private static ResponseEntity<Object> answer(HttpStatus status, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(StatusWords.body(status));
    }
}
