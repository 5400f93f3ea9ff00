package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A history that does not take calls.
final class NoHistory implements History {
    @Override
    public CompletionStage<ListTransactionsResponse> listTransactions(ListTransactionsRequest request) {
        return unavailable();
    }

    @Override
    public CompletionStage<ListEntriesResponse> listEntries(ListEntriesRequest request) {
        return unavailable();
    }

    @Override
    public CompletionStage<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
        return unavailable();
    }

    @Override
    public CompletionStage<ReadBalancesResponse> readBalances(ReadBalancesRequest request) {
        return unavailable();
    }

    @Override
    public CompletionStage<SumBalancesResponse> sumBalances(SumBalancesRequest request) {
        return unavailable();
    }

    @Override
    public CompletionStage<ReadTransactionsResponse> readTransactions(ReadTransactionsRequest request) {
        return unavailable();
    }

    private static <R> CompletionStage<R> unavailable() {
        return CompletableFuture.failedFuture(
                new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "this node keeps no history"));
    }
}
