package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each refusal and failure is called in HTTP and in gRPC: docs/api.md has the same table.
final class StatusesTest {
    @ParameterizedTest
    @CsvSource({
        "ID_MALFORMED,                     400, INVALID_ARGUMENT",
        "ID_ALREADY_USED,                  422, ALREADY_EXISTS",
        "CONTRACT_UNKNOWN,                 404, UNIMPLEMENTED",
        "METHOD_UNKNOWN,                   404, UNIMPLEMENTED",
        "ARGUMENTS_MALFORMED,              400, INVALID_ARGUMENT",
        "CONDITION_NOT_MET,                409, FAILED_PRECONDITION",
        "ACCOUNTS_MUST_BE_DIFFERENT,       422, INVALID_ARGUMENT",
        "TRANSACTION_NOT_FOUND,            404, NOT_FOUND",
        "TRANSACTION_NOT_REVERSIBLE,       422, FAILED_PRECONDITION",
        "TRANSACTION_ALREADY_REVERSED,     409, FAILED_PRECONDITION",
        "PENDING_TRANSFER_NOT_FOUND,       404, NOT_FOUND",
        "PENDING_TRANSFER_NOT_PENDING,     422, FAILED_PRECONDITION",
        "EXISTS_WITH_DIFFERENT_LIMITS,     409, ALREADY_EXISTS",
        "EXISTS_WITH_DIFFERENT_USER_DATA,  409, ALREADY_EXISTS",
        "EXISTS_WITH_DIFFERENT_CODE,       409, ALREADY_EXISTS",
        "EXISTS,                           409, ALREADY_EXISTS",
        "DEBIT_ACCOUNT_NOT_FOUND,          404, NOT_FOUND",
        "CREDIT_ACCOUNT_NOT_FOUND,         404, NOT_FOUND",
        "ACCOUNT_NOT_FOUND,                404, NOT_FOUND",
        "TOO_MANY_ASSETS,                  422, FAILED_PRECONDITION",
        "EXCEEDS_PENDING_TRANSFER_AMOUNT,  422, FAILED_PRECONDITION",
        "PENDING_TRANSFER_ALREADY_POSTED,  409, FAILED_PRECONDITION",
        "PENDING_TRANSFER_ALREADY_VOIDED,  409, FAILED_PRECONDITION",
        "PENDING_TRANSFER_EXPIRED,         409, FAILED_PRECONDITION",
        "DEBIT_ACCOUNT_ALREADY_CLOSED,     409, FAILED_PRECONDITION",
        "CREDIT_ACCOUNT_ALREADY_CLOSED,    409, FAILED_PRECONDITION",
        "ACCOUNT_ALREADY_CLOSED,           409, FAILED_PRECONDITION",
        "ACCOUNT_NOT_CLOSED,               409, FAILED_PRECONDITION",
        "OVERFLOWS_DEBITS_PENDING,         422, FAILED_PRECONDITION",
        "OVERFLOWS_CREDITS_PENDING,        422, FAILED_PRECONDITION",
        "OVERFLOWS_DEBITS_POSTED,          422, FAILED_PRECONDITION",
        "OVERFLOWS_CREDITS_POSTED,         422, FAILED_PRECONDITION",
        "OVERFLOWS_DEBITS,                 422, FAILED_PRECONDITION",
        "OVERFLOWS_CREDITS,                422, FAILED_PRECONDITION",
        "OVERFLOWS_TIMEOUT,                422, FAILED_PRECONDITION",
        "EXCEEDS_CREDITS,                  422, FAILED_PRECONDITION",
        "EXCEEDS_DEBITS,                   422, FAILED_PRECONDITION",
        "TOO_MANY_ENTRIES,                     422, FAILED_PRECONDITION"
    })
    void aRefusalIsNeverA5xx(String name, int http, GrpcStatus grpc) {
        var reason = RefusalReason.valueOf("REFUSAL_REASON_" + name);
        assertThat(Statuses.of(reason).http()).isEqualTo(http);
        assertThat(Statuses.of(reason).grpc()).isEqualTo(grpc);
        assertThat(Statuses.of(new RefusedCallException(reason))).isEqualTo(Statuses.ofTransfer(reason));
        assertThat(Statuses.ofTransfer(reason).http()).isEqualTo(http);
        assertThat(RefusalStatuses.name(reason)).isEqualTo(name.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsInTheTableOnceAndSaysHowToMendIt(RefusalReason reason) throws NoSuchMethodException {
        var rows = StatusesTest.class
                .getDeclaredMethod("aRefusalIsNeverA5xx", String.class, int.class, GrpcStatus.class)
                .getAnnotation(CsvSource.class)
                .value();
        boolean isNone = reason == RefusalReason.REFUSAL_REASON_UNSPECIFIED || reason == RefusalReason.UNRECOGNIZED;
        assertThat(List.of(rows).stream()
                        .filter(row -> reason.name().equals("REFUSAL_REASON_" + row.substring(0, row.indexOf(',')))))
                .hasSize(isNone ? 0 : 1);
        assertThat(Statuses.of(reason).http()).isBetween(400, 499);
        assertThat(Statuses.of(reason).text()).isNotBlank().doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REFUSAL_REASON_UNSPECIFIED", "UNRECOGNIZED"})
    void everyReasonIsInTheReference(RefusalReason reason) throws IOException {
        var statuses = Statuses.of(reason);
        assertThat(Files.readString(Path.of("../../docs/api.md")))
                .contains("| `%s` | %d | %s | %s |"
                        .formatted(RefusalStatuses.name(reason), statuses.http(), statuses.grpc(), statuses.text()));
    }

    @Test
    void noTwoReasonsAreToldInTheSameWords() {
        var texts = Stream.of(RefusalReason.values())
                .filter(reason -> reason != RefusalReason.UNRECOGNIZED)
                .map(reason -> Statuses.of(reason).text());
        assertThat(texts).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "OVERLOADED,      503, RESOURCE_EXHAUSTED",
        "UNAVAILABLE,     503, UNAVAILABLE",
        "OUTCOME_UNKNOWN, 504, DEADLINE_EXCEEDED"
    })
    void aFailureIsA5xxThatSaysWhatMayBeConcluded(ServiceFailure.Kind kind, int http, GrpcStatus grpc) {
        assertThat(Statuses.of(kind).http()).isEqualTo(http);
        assertThat(Statuses.of(kind).grpc()).isEqualTo(grpc);
        assertThat(Statuses.of(new ServiceFailure(kind, "secret"))).isEqualTo(Statuses.of(kind));
        assertThat(Statuses.of(kind).text()).doesNotContain("secret");
    }

    @Test
    void anInvalidArgumentIsToldWhole() {
        assertThat(Statuses.of(new InvalidArgumentException("from", "address is missing")))
                .isEqualTo(new Statuses(400, GrpcStatus.INVALID_ARGUMENT, "parameter 'from': address is missing"));
        assertThat(new InvalidArgumentException("from", "x").parameter()).isEqualTo("from");
    }

    @Test
    void aMistakeInTheProgramIsToldWithoutItsInsides() {
        for (var mistake : List.of(new IllegalStateException("secret"), new StackOverflowError("secret"))) {
            assertThat(Statuses.of(mistake)).isEqualTo(Statuses.INTERNAL);
            assertThat(Statuses.ofRead(mistake)).isEqualTo(new Statuses(500, GrpcStatus.INTERNAL, "internal failure"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadDiffersOnlyWhereThereIsAnOutcomeToLearn(ServiceFailure.Kind kind) {
        var ofRead = Statuses.ofRead(new ServiceFailure(kind, "secret"));
        assertThat(ofRead.http()).isEqualTo(Statuses.of(kind).http());
        assertThat(ofRead.grpc()).isEqualTo(Statuses.of(kind).grpc());
        assertThat(ofRead.text()).doesNotContain("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "OK, 0",
        "INVALID_ARGUMENT, 3",
        "DEADLINE_EXCEEDED, 4",
        "NOT_FOUND, 5",
        "ALREADY_EXISTS, 6",
        "RESOURCE_EXHAUSTED, 8",
        "FAILED_PRECONDITION, 9",
        "UNIMPLEMENTED, 12",
        "INTERNAL, 13",
        "UNAVAILABLE, 14"
    })
    void aStatusOfGrpcHasItsNumber(GrpcStatus status, int code) {
        assertThat(status.code()).isEqualTo(code);
    }
}
