package ballast.publicapi;

import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.ListAccountsRequest;
import ballast.types.publicapi.v1.ListEntriesRequest;
import ballast.types.publicapi.v1.ListTransactionsRequest;
import ballast.types.publicapi.v1.PublicApiProto;
import ballast.types.publicapi.v1.SumBalancesRequest;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The unary rpcs of [ballast.types.publicapi.v1.PublicApi] by their paths.
final class GrpcMethods {
    private final Backend backend;
    private final Map<String, GrpcMethod<?, ?>> byPath = new HashMap<>();

    GrpcMethods(Backend backend) {
        this.backend = backend;
        var api = backend.api();
        var sizes = backend.sizes();
        add(
                "Transfer",
                new GrpcMethod<>(
                        sizes.messageBytesMax(),
                        body -> withId(GrpcMethod.decoded(TransferRequest.parser(), body), backend.ids()),
                        Statuses::of,
                        request -> text(request.getId()),
                        api::transfer,
                        backend.metrics().method("Transfer")));
        add(
                "TransactBatch",
                new GrpcMethod<>(
                        sizes.batchBytesMax(),
                        // A batch is large, and nothing here reads it: it passes through.
                        body -> GrpcMethod.decoded(ProcessTransactionsRequest.parser(), body),
                        Statuses::ofTransaction,
                        request -> "",
                        api::transactBatch,
                        backend.metrics().method("TransactBatch")));
        add(
                "Transact",
                new GrpcMethod<>(
                        sizes.messageBytesMax(),
                        body -> GrpcMethod.decoded(TransactRequest.parser(), body),
                        Statuses::ofTransaction,
                        request -> text(request.getTransaction().getId()),
                        api::transact,
                        backend.metrics().method("Transact")));
        add("GetBalance", GetBalanceRequest.parser(), api::getBalance);
        add("DryRun", TransactRequest.parser(), api::dryRun);
        add("GetTransaction", GetTransactionRequest.parser(), api::getTransaction);
        add("ListTransactions", ListTransactionsRequest.parser(), api::listTransactions);
        add("GetAccount", GetAccountRequest.parser(), api::getAccount);
        add("GetBalances", GetBalancesRequest.parser(), api::getBalances);
        add("ListAccounts", ListAccountsRequest.parser(), api::listAccounts);
        add("ListEntries", ListEntriesRequest.parser(), api::listEntries);
        add("SumBalances", SumBalancesRequest.parser(), api::sumBalances);
    }

    static String path(String method) {
        var service = PublicApiProto.getDescriptor().findServiceByName("PublicApi");
        return "/%s/%s"
                .formatted(
                        service.getFullName(), service.findMethodByName(method).getName());
    }

    /// The rpc of a path, or one that refuses.
    GrpcMethod<?, ?> of(String path) {
        var found = byPath.get(path);
        return found == null ? unknown() : found;
    }

    /// The methods of a service are few; an attacker may name others without end.
    private GrpcMethod<?, ?> unknown() {
        return new GrpcMethod<TransferRequest, MessageLite>(
                backend.sizes().messageBytesMax(),
                body -> {
                    throw new GrpcRefusedException(
                            GrpcStatus.UNIMPLEMENTED,
                            "no such method (known: the rpcs of ballast.publicapi.v1.PublicApi)");
                },
                Statuses::ofRead,
                request -> "",
                request -> CompletableFuture.failedFuture(new IllegalStateException("an unknown method was called")),
                backend.metrics().unknownMethod());
    }

    private void add(String name, GrpcMethod<?, ?> method) {
        byPath.put(path(name), method);
    }

    /// An rpc that only reads.
    private <Q extends MessageLite, A extends MessageLite> void add(
            String name, Parser<Q> parser, Function<Q, CompletionStage<A>> call) {
        add(
                name,
                new GrpcMethod<>(
                        backend.sizes().messageBytesMax(),
                        body -> GrpcMethod.decoded(parser, body),
                        Statuses::ofRead,
                        request -> "",
                        call,
                        backend.metrics().method(name)));
    }

    /// The id is drawn here, not behind, so that a failure can name it.
    private static TransferRequest withId(TransferRequest request, TransactionIds ids) {
        return request.getId().isEmpty()
                ? request.toBuilder().setId(TransactionId.bytes(ids.next())).build()
                : request;
    }

    private static String text(ByteString id) {
        return id.size() == TransactionId.BYTES ? TransactionId.text(id) : "";
    }
}
