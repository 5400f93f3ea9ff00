package ballast.publicapi;

import ballast.guard.InvalidQueryException;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.publicapi.v1.ListAccountsRequest;
import ballast.types.publicapi.v1.ListEntriesRequest;
import ballast.types.publicapi.v1.ListTransactionsRequest;
import ballast.types.publicapi.v1.SumBalancesRequest;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.Consistency;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadPositionRequest;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/// Questions on their way to the virtual machine, for now, and to the history, for then.
///
/// A strict read asks the virtual machine for a position that is not before anything answered so far, and the
/// history for an answer that is not older. Every method throws [InvalidArgumentException] for what cannot be
/// meant.
final class Reads {
    private final VirtualMachine virtualMachine;
    private final History history;

    Reads(VirtualMachine virtualMachine, History history) {
        this.virtualMachine = virtualMachine;
        this.history = history;
    }

    CompletionStage<GetAccountResponse> account(GetAccountRequest request) {
        Arguments.requireKnownFields("request", request);
        ReadCheck.requireAccount(request.getAccount(), request.getAsset());
        ReadCheck.require(request.getConsistency());
        return virtualMachine
                .readAccounts(ReadAccountsRequest.newBuilder()
                        .addAccounts(AccountName.newBuilder()
                                .setAccount(request.getAccount())
                                .setAsset(request.getAsset()))
                        .setConsistency(request.getConsistency())
                        .build())
                .thenApply(response -> GetAccountResponse.newBuilder()
                        .setPosition(response.getPosition())
                        .addAllAccounts(response.getAccountsList())
                        .build());
    }

    CompletionStage<ReadBalancesResponse> balances(GetBalancesRequest request) {
        Arguments.requireKnownFields("request", request);
        var query = request.getQuery();
        ReadCheck.require(query);
        return at(
                request.getConsistency(),
                position(query.getAsOf()),
                least -> history.readBalances(
                        query.toBuilder().setMinPosition(least).build()));
    }

    CompletionStage<SumBalancesResponse> sums(SumBalancesRequest request) {
        Arguments.requireKnownFields("request", request);
        var query = request.getQuery();
        ReadCheck.require(query);
        return at(
                request.getConsistency(),
                position(query.getAsOf()),
                least -> history.sumBalances(
                        query.toBuilder().setMinPosition(least).build()));
    }

    CompletionStage<ListTransactionsResponse> transactions(ListTransactionsRequest request) {
        Arguments.requireKnownFields("request", request);
        var query = request.getQuery();
        ReadCheck.require(query);
        return at(
                request.getConsistency(),
                query.getAsOf(),
                least -> history.listTransactions(
                        query.toBuilder().setMinPosition(least).build()));
    }

    CompletionStage<ListEntriesResponse> entries(ListEntriesRequest request) {
        Arguments.requireKnownFields("request", request);
        var query = request.getQuery();
        ReadCheck.require(query);
        return at(
                request.getConsistency(),
                query.getAsOf(),
                least -> history.listEntries(
                        query.toBuilder().setMinPosition(least).build()));
    }

    CompletionStage<ListAccountsResponse> accounts(ListAccountsRequest request) {
        Arguments.requireKnownFields("request", request);
        var query = request.getQuery();
        ReadCheck.require(query);
        return at(
                request.getConsistency(),
                query.getAsOf(),
                least -> history.listAccounts(
                        query.toBuilder().setMinPosition(least).build()));
    }

    /// Zero for every other moment.
    private static long position(AsOf moment) {
        return moment.hasPosition() ? moment.getPosition() : 0;
    }

    /// Asks when it is known how far the history must have come.
    ///
    /// @param asOf the position that is asked about; 0 for the newest
    private <R> CompletionStage<R> at(Consistency consistency, long asOf, LongFunction<CompletionStage<R>> ask) {
        ReadCheck.require(consistency);
        return virtualMachine
                .readPosition(ReadPositionRequest.newBuilder()
                        .setConsistency(consistency)
                        .build())
                .thenCompose(answer -> {
                    long newest = answer.getPosition();
                    if (Long.compareUnsigned(asOf, newest) > 0) {
                        throw new InvalidArgumentException(
                                "asOf",
                                "position is %s (the newest: %d)".formatted(Long.toUnsignedString(asOf), newest));
                    }
                    return ask.apply(consistency == Consistency.CONSISTENCY_LOCAL ? asOf : newest);
                })
                .exceptionally(why -> {
                    throw named(why);
                });
    }

    /// What the history finds wrong with a question is the caller's mistake.
    private static RuntimeException named(Throwable why) {
        var cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        if (cause instanceof InvalidQueryException invalid) {
            return new InvalidArgumentException(invalid.field(), invalid.flaw());
        }
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }
}
