package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import ballast.virtualmachine.testing.FailingVirtualMachine;
import ballast.virtualmachine.testing.RefusingVirtualMachine;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a caller is told when the ledger refuses or fails: one row a code.
final class FailuresSpec {
    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);
    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    record Refusal(RefusalReason reason, int status, String answer) {}

    record Failure(ServiceFailure.Kind kind, int status, String ofTransfer, String ofBalance) {}

    static List<Refusal> refusals() {
        return List.of(
                new Refusal(RefusalReason.REFUSAL_REASON_ID_MALFORMED, 400, "error: the transaction id is not a UUID"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_ID_ALREADY_USED,
                        422,
                        "error: this Idempotency-Key belongs to another transfer; use a new UUID for a new transfer"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN,
                        404,
                        "error: no contract of this name is deployed"),
                new Refusal(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN, 404, "error: the contract has no such method"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED,
                        400,
                        "error: the contract does not take these arguments"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED,
                        422,
                        "error: the sender's balance would fall below -(2^127 - 1); transfer less"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED,
                        422,
                        "error: the receiver's balance would rise above 2^127 - 1; transfer less"),
                new Refusal(
                        RefusalReason.REFUSAL_REASON_UNSPECIFIED,
                        422,
                        "error: refused for a reason that this version does not know"));
    }

    static List<Failure> failures() {
        return List.of(
                new Failure(
                        ServiceFailure.Kind.OVERLOADED,
                        503,
                        "error: too much is waiting; nothing was done, try again later",
                        "error: too much is waiting; nothing was done, try again later"),
                new Failure(
                        ServiceFailure.Kind.UNAVAILABLE,
                        503,
                        "error: the ledger takes no calls now; nothing was done, try again later",
                        "error: the ledger takes no calls now; nothing was done, try again later"),
                new Failure(
                        ServiceFailure.Kind.OUTCOME_UNKNOWN,
                        504,
                        "error: the outcome is unknown; repeat with Ballast-Transaction-Id as Idempotency-Key to learn it",
                        "error: no answer in time; try again"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAnAnswerWithAPosition(Refusal row) {
        LEDGER.switchTo(new RefusingVirtualMachine(row.reason()));
        var transfer = transfer();
        assertThat(transfer.body()).isEqualTo(row.answer());
        assertThat(transfer.status()).isEqualTo(row.status());
        assertThat(transfer.header("ballast-position")).contains("1");
        assertThat(transfer.header("ballast-transaction-id")).contains(KEY);
        var balance = balance();
        assertThat(balance.body()).isEqualTo(row.answer());
        assertThat(balance.status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhatMayBeConcluded(Failure row) {
        LEDGER.switchTo(new FailingVirtualMachine(row.kind()));
        var transfer = transfer();
        assertThat(transfer.body()).isEqualTo(row.ofTransfer());
        assertThat(transfer.status()).isEqualTo(row.status());
        assertThat(transfer.header("ballast-transaction-id")).contains(KEY);
        assertThat(transfer.header("retry-after").isPresent()).isEqualTo(row.status() == 503);
        var balance = balance();
        assertThat(balance.body()).isEqualTo(row.ofBalance());
        assertThat(balance.status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @EnumSource(VirtualMachineThatErrs.class)
    void aMistakeInTheProgramIsToldWithoutItsInsides(VirtualMachineThatErrs mistaken) {
        LEDGER.switchTo(mistaken);
        try (var errors = new LoggedErrors("ballast.publicapi.PendingCall")) {
            var transfer = transfer();
            assertThat(transfer.status()).isEqualTo(500);
            assertThat(transfer.body())
                    .isEqualTo("error: internal failure, the outcome is unknown;"
                            + " repeat with Ballast-Transaction-Id as Idempotency-Key to learn it");
            assertThat(transfer.header("ballast-transaction-id")).contains(KEY);
            var balance = balance();
            assertThat(balance.status()).isEqualTo(500);
            assertThat(balance.body()).isEqualTo("error: internal failure");
            assertThat(errors.messages())
                    .containsExactly(
                            "a call failed for a reason that nobody foresaw",
                            "a call failed for a reason that nobody foresaw");
        }
    }

    @Test
    void theTableMissesNothing() {
        assertThat(failures().stream().map(Failure::kind)).containsExactly(ServiceFailure.Kind.values());
    }

    private static RawResponse transfer() {
        try (var connection = SERVER.connect()) {
            return connection
                    .request("POST /api/transfer?from=a&to=b&amount=1", "Idempotency-Key: " + KEY + "\r\n", "")
                    .response();
        }
    }

    private static RawResponse balance() {
        try (var connection = SERVER.connect()) {
            return connection.request("GET /api/balance?from=a", "", "").response();
        }
    }

    /// Ways in which a program can be wrong.
    enum VirtualMachineThatErrs implements VirtualMachine {
        THROWS {
            @Override
            public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
                throw new IllegalStateException("secret");
            }

            @Override
            public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
                throw new IllegalStateException("secret");
            }
        },
        ANSWERS_NOTHING {
            @Override
            public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
                return Answers.transaction(ProcessTransactionResponse.newBuilder());
            }

            @Override
            public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
                return Answers.call(CallContractResponse.newBuilder());
            }
        },
        ANSWERS_GARBAGE {
            @Override
            public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
                var response = ProcessTransactionResponse.newBuilder();
                response.getOutcomeBuilder().setPosition(1).setCommitted(Answers.GARBAGE);
                return Answers.transaction(response);
            }

            @Override
            public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
                return Answers.call(CallContractResponse.newBuilder().setResult(Answers.GARBAGE));
            }
        },
        ANSWERS_AN_IMPOSSIBLE_BALANCE {
            @Override
            public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
                var response = ProcessTransactionResponse.newBuilder();
                response.getOutcomeBuilder().setPosition(1).setCommitted(Answers.IMPOSSIBLE);
                return Answers.transaction(response);
            }

            @Override
            public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
                return Answers.call(CallContractResponse.newBuilder().setResult(Answers.IMPOSSIBLE));
            }
        };

        @Override
        public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ProcessTransactionsResponse>
                processTransactions(ballast.types.virtualmachine.v1.ProcessTransactionsRequest request) {
            throw new UnsupportedOperationException("ProcessTransactions");
        }

        @Override
        public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.DryRunResponse> dryRun(
                ballast.types.virtualmachine.v1.DryRunRequest request) {
            throw new UnsupportedOperationException("DryRun");
        }

        @Override
        public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.FindTransactionResponse>
                findTransaction(ballast.types.virtualmachine.v1.FindTransactionRequest request) {
            throw new UnsupportedOperationException("FindTransaction");
        }

        @Override
        public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadAccountsResponse> readAccounts(
                ballast.types.virtualmachine.v1.ReadAccountsRequest request) {
            throw new UnsupportedOperationException("ReadAccounts");
        }

        @Override
        public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadPositionResponse> readPosition(
                ballast.types.virtualmachine.v1.ReadPositionRequest request) {
            throw new UnsupportedOperationException("ReadPosition");
        }
    }
}
