package workouts.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/// The one table of statuses, and what becomes of things that were thrown.
final class ProblemTest {
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            MALFORMED       | 400 | INVALID_ARGUMENT    | true
            UNAUTHENTICATED | 401 | UNAUTHENTICATED     | true
            FORBIDDEN       | 403 | PERMISSION_DENIED   | true
            NOT_FOUND       | 404 | NOT_FOUND           | true
            CONFLICT        | 409 | FAILED_PRECONDITION | true
            OUTDATED        | 412 | ABORTED             | true
            RULE            | 422 | INVALID_ARGUMENT    | true
            UNFINISHED      | 503 | UNAVAILABLE         | false
            UNAVAILABLE     | 503 | UNAVAILABLE         | false
            FAULT           | 500 | INTERNAL            | false
            """)
    void everyKindHasItsStatuses(Kind kind, int http, Status.Code grpc, boolean refusal) {
        assertThat(kind.http().value()).isEqualTo(http);
        assertThat(kind.grpc()).isEqualTo(grpc);
        assertThat(kind.isRefusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not", "a b", "-a", "a-", "a--b", "a_b"})
    void aSlugIsLowerCaseWordsWithHyphens(String slug) {
        assertThatThrownBy(() -> new Problem(Kind.RULE, slug, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalHasNoStackTraceAndAFailureHas() {
        assertThat(new Problem(Kind.RULE, "a", "x").getStackTrace()).isEmpty();
        assertThat(Problem.unavailable().getStackTrace()).isNotEmpty();
    }

    @Test
    void whatTheDatabaseCannotDoNowIsUnavailableAndEverythingElseAFault() {
        var refusal = new Problem(Kind.RULE, "a", "x");
        assertThat(Failures.problem(refusal)).isSameAs(refusal);
        assertThat(Failures.problem(Problem.fault()).kind()).isEqualTo(Kind.FAULT);
        for (var outage : new Exception[] {
            new CannotCreateTransactionException("x"),
            new DataAccessResourceFailureException("x"),
            new PessimisticLockingFailureException("x"),
            new java.sql.SQLTransientConnectionException("x")
        }) {
            assertThat(Failures.problem(outage).kind())
                    .describedAs(outage.toString())
                    .isEqualTo(Kind.UNAVAILABLE);
        }
        for (var fault : new Throwable[] {new DuplicateKeyException("x"), new StackOverflowError()}) {
            assertThat(Failures.problem(fault).slug()).isEqualTo("internal-server-error");
        }
    }

    @Test
    void aBodyIsGoodJsonWhateverTheMessage() {
        assertThat(new ProblemBody("a", "say \"no\\yes\"\n€").json())
                .isEqualTo("{\"slug\":\"a\",\"message\":\"say \\\"no\\\\yes\\\"\\u000a€\"}");
    }

    @Test
    void everyStatusHasWords() {
        assertThat(Arrays.stream(HttpStatus.values()).filter(HttpStatus::isError))
                .allSatisfy(
                        status -> assertThat(StatusWords.body(status).slug()).matches("[a-z-]+"));
        assertThat(StatusWords.body(HttpStatus.BAD_GATEWAY).slug()).isEqualTo("internal-server-error");
        assertThat(StatusWords.body(HttpStatus.GONE).slug()).isEqualTo("invalid-request");
        assertThat(StatusWords.body(HttpStatus.FORBIDDEN).slug()).isEqualTo("forbidden");
        assertThat(StatusWords.body(HttpStatus.SERVICE_UNAVAILABLE).slug()).isEqualTo("unavailable");
    }
}
