package ballast.e2e.process;

import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.TransactResponse;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import ballast.types.publicapi.v1.WatchRequest;
import com.google.protobuf.Message;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.client.GrpcClientOptions;
import io.vertx.grpc.common.GrpcMessageDecoder;
import io.vertx.grpc.common.GrpcMessageEncoder;
import io.vertx.grpc.common.GrpcReadStream;
import io.vertx.grpc.common.ServiceMethod;
import io.vertx.grpc.common.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Calls a server over gRPC, each call once: what to repeat is for the test to say.
///
/// Thread-safe.
public final class GrpcLedger implements AutoCloseable {
    private static final ServiceName PUBLIC_API = ServiceName.create("ballast.publicapi.v1.PublicApi");
    private static final int ANSWER_MAX_SECONDS = 60;
    private static final int PAGE = 1_000;
    /// Vert.x takes 256 KiB unless told, which a page of transactions may exceed.
    private static final int MESSAGE_BYTES_MAX = 64 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final GrpcClient grpc =
            GrpcClient.client(vertx, new GrpcClientOptions().setMaxMessageSize(MESSAGE_BYTES_MAX));
    private final SocketAddress server;

    public GrpcLedger(URI url) {
        this.server = SocketAddress.inetSocketAddress(url.getPort(), url.getHost());
    }

    /// Asks for a transfer as the first interface has it.
    ///
    /// @throws IOException when no answer came; the transfer may have happened
    public TransferResponse transfer(TransferRequest request) throws IOException, InterruptedException {
        return call("Transfer", request, TransferResponse.getDefaultInstance());
    }

    public GetBalanceResponse balance(GetBalanceRequest request) throws IOException, InterruptedException {
        return call("GetBalance", request, GetBalanceResponse.getDefaultInstance());
    }

    /// Asks for a transaction.
    ///
    /// @throws IOException when no answer came; the transaction may have happened
    public Outcome transact(Transaction transaction) throws IOException, InterruptedException {
        var request = TransactRequest.newBuilder().setTransaction(transaction).build();
        return call("Transact", request, TransactResponse.getDefaultInstance()).getOutcome();
    }

    public List<Outcome> transactBatch(List<Transaction> transactions) throws IOException, InterruptedException {
        var request = TransactBatchRequest.newBuilder()
                .addAllTransactions(transactions)
                .build();
        return call("TransactBatch", request, TransactBatchResponse.getDefaultInstance())
                .getOutcomesList();
    }

    public DryRunResponse dryRun(Transaction transaction) throws IOException, InterruptedException {
        var request = TransactRequest.newBuilder().setTransaction(transaction).build();
        return call("DryRun", request, DryRunResponse.getDefaultInstance());
    }

    /// An address with all its assets.
    public GetAccountResponse account(String address) throws IOException, InterruptedException {
        var request = GetAccountRequest.newBuilder().setAccount(address).build();
        return call("GetAccount", request, GetAccountResponse.getDefaultInstance());
    }

    public ReadBalancesResponse balances(ReadBalancesRequest query) throws IOException, InterruptedException {
        var request = GetBalancesRequest.newBuilder().setQuery(query).build();
        return call("GetBalances", request, ReadBalancesResponse.getDefaultInstance());
    }

    public SumBalancesResponse sums(SumBalancesRequest query) throws IOException, InterruptedException {
        var request = ballast.types.publicapi.v1.SumBalancesRequest.newBuilder()
                .setQuery(query)
                .build();
        return call("SumBalances", request, SumBalancesResponse.getDefaultInstance());
    }

    private ListTransactionsResponse transactions(ListTransactionsRequest query)
            throws IOException, InterruptedException {
        var request = ballast.types.publicapi.v1.ListTransactionsRequest.newBuilder()
                .setQuery(query)
                .build();
        return call("ListTransactions", request, ListTransactionsResponse.getDefaultInstance());
    }

    /// Every transaction that there is, by position.
    public List<RecordedTransaction> recorded() throws IOException, InterruptedException {
        List<RecordedTransaction> recorded = new ArrayList<>();
        var query = ListTransactionsRequest.newBuilder()
                .setOrder(Order.ORDER_OLDEST_FIRST)
                .setLimit(PAGE);
        var page = transactions(query.build());
        recorded.addAll(page.getTransactionsList());
        while (page.hasNext()) {
            page = transactions(
                    query.setAfter(page.getNext()).setAsOf(page.getPosition()).build());
            recorded.addAll(page.getTransactionsList());
        }
        return recorded;
    }

    /// Gives every transaction from a position on to `taker`, until the server is gone.
    public Future<Void> watch(long from, Consumer<RecordedTransaction> taker) {
        ServiceMethod<RecordedTransaction, WatchRequest> method = ServiceMethod.client(
                PUBLIC_API,
                "Watch",
                GrpcMessageEncoder.encoder(),
                GrpcMessageDecoder.<RecordedTransaction>decoder(RecordedTransaction.getDefaultInstance()));
        WatchRequest request = WatchRequest.newBuilder().setFrom(from).build();
        return grpc.request(server, method)
                // On the event loop: a step that this thread adds may find the first messages gone.
                .compose(open -> open.send(request).compose(response -> {
                    response.handler(taker::accept);
                    return response.end();
                }));
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(ANSWER_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the client does not close", e);
        }
    }

    private <Q extends Message, A extends Message> A call(String method, Q request, A like)
            throws IOException, InterruptedException {
        ServiceMethod<A, Q> called = ServiceMethod.client(
                PUBLIC_API, method, GrpcMessageEncoder.encoder(), GrpcMessageDecoder.<A>decoder(like));
        try {
            return grpc.request(server, called)
                    // On the event loop: a step that this thread adds may find the message gone.
                    .compose(open -> open.send(request).compose(GrpcReadStream::last))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("%s got no answer: %s".formatted(method, e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("%s got no answer in %d s".formatted(method, ANSWER_MAX_SECONDS), e);
        }
    }
}
