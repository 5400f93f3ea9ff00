package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each refusal and failure is called in HTTP and in gRPC: docs/api.md has the same table.
final class StatusesTest {
    @ParameterizedTest
    @CsvSource({
        "REFUSAL_REASON_ID_MALFORMED,              400, INVALID_ARGUMENT",
        "REFUSAL_REASON_ID_ALREADY_USED,           422, ALREADY_EXISTS",
        "REFUSAL_REASON_CONTRACT_UNKNOWN,          404, UNIMPLEMENTED",
        "REFUSAL_REASON_METHOD_UNKNOWN,            404, UNIMPLEMENTED",
        "REFUSAL_REASON_ARGUMENTS_MALFORMED,       400, INVALID_ARGUMENT",
        "REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED,   422, FAILED_PRECONDITION",
        "REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED, 422, FAILED_PRECONDITION",
        "REFUSAL_REASON_UNSPECIFIED,               422, FAILED_PRECONDITION",
        "UNRECOGNIZED,                             422, FAILED_PRECONDITION"
    })
    void aRefusalIsNeverA5xx(RefusalReason reason, int http, GrpcStatus grpc) {
        assertThat(Statuses.of(reason).http()).isEqualTo(http);
        assertThat(Statuses.of(reason).grpc()).isEqualTo(grpc);
        assertThat(Statuses.of(new RefusedCallException(reason))).isEqualTo(Statuses.of(reason));
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
