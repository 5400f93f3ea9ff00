package ballast.client;

import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.history.v1.SummedBalances;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetTransactionResponse;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// From the messages that answer reads to values of ours.
final class AnswerDecoding {
    private AnswerDecoding() {}

    static Reading<List<Account>> accounts(GetAccountResponse message) {
        return new Reading<>(
                message.getPosition(),
                message.getAccountsList().stream().map(AnswerDecoding::account).toList());
    }

    static Reading<Found.ById> found(GetTransactionResponse message) {
        var reversedBy = message.getReversedBy();
        return new Reading<>(
                message.getPosition(),
                new Found.ById(
                        TransactionDecoding.recorded(message.getTransaction()),
                        reversedBy.isEmpty() ? Optional.empty() : Optional.of(Words.id(reversedBy))));
    }

    static Page<RecordedTransaction, Query.Transactions> transactions(
            Query.Transactions query, ListTransactionsResponse message) {
        return new Page<>(
                message.getPosition(),
                message.getTransactionsList().stream()
                        .map(TransactionDecoding::recorded)
                        .toList(),
                message.hasNext()
                        ? Optional.of(query.continued(message.getNext(), message.getPosition()))
                        : Optional.empty());
    }

    static Page<Found.HistoryEntry, Query.Entries> entries(Query.Entries query, ListEntriesResponse message) {
        return new Page<>(
                message.getPosition(),
                message.getEntriesList().stream().map(AnswerDecoding::entry).toList(),
                message.hasNext()
                        ? Optional.of(query.continued(place(message.getNext()), message.getPosition()))
                        : Optional.empty());
    }

    static Page<Found.AccountBalances, Query.Accounts> accounts(Query.Accounts query, ListAccountsResponse message) {
        return new Page<>(
                message.getPosition(),
                message.getAccountsList().stream().map(AnswerDecoding::balances).toList(),
                message.hasNext()
                        ? Optional.of(query.continued(
                                new Query.AccountName(
                                        message.getNext().getAccount(),
                                        message.getNext().getAsset()),
                                message.getPosition()))
                        : Optional.empty());
    }

    static Reading<List<Found.AccountBalances>> balances(ReadBalancesResponse message) {
        return new Reading<>(
                message.getPosition(),
                message.getAccountsList().stream().map(AnswerDecoding::balances).toList());
    }

    static Reading<List<Found.AssetSum>> sums(SumBalancesResponse message) {
        return new Reading<>(
                message.getPosition(),
                message.getSumsList().stream()
                        .map(sum -> new Found.AssetSum(sum.getAsset(), sum.getAccounts(), sums(sum.getSums())))
                        .toList());
    }

    private static Account account(ballast.types.ledger.v1.Account message) {
        return new Account(
                message.getAccount(),
                message.getAsset(),
                OutcomeDecoding.balances(message.getBalances()),
                TransactionDecoding.limits(message.getLimits()),
                Integer.toUnsignedLong(message.getCode()),
                TransactionDecoding.userData(message.getUserData()),
                message.getOpened(),
                message.getClosed(),
                message.getVersion(),
                message.hasSinceMillis() ? Optional.of(Words.time(message.getSinceMillis())) : Optional.empty());
    }

    private static Found.AccountBalances balances(ballast.types.history.v1.AccountBalances message) {
        return new Found.AccountBalances(
                message.getAccount(),
                message.getAsset(),
                OutcomeDecoding.balances(message.getBalances()),
                message.getVersion());
    }

    private static Found.HistoryEntry entry(ballast.types.history.v1.HistoryEntry message) {
        return new Found.HistoryEntry(
                place(message.getAt()),
                Words.id(message.getTransactionId()),
                Words.time(message.getCommittedMillis()),
                Words.time(message.getEffectiveMillis()),
                Integer.toUnsignedLong(message.getCode()),
                TransactionDecoding.metadata(message.getMetadataList()),
                OutcomeDecoding.entry(message.getEntry()));
    }

    private static Query.EntryPlace place(ballast.types.history.v1.EntryCursor message) {
        return new Query.EntryPlace(message.getPosition(), message.getEntry());
    }

    private static Balances sums(SummedBalances message) {
        return new Balances(
                sum(message.getDebitsPosted()),
                sum(message.getCreditsPosted()),
                sum(message.getDebitsPending()),
                sum(message.getCreditsPending()));
    }

    private static BigInteger sum(String digits) {
        try {
            return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
        } catch (NumberFormatException e) {
            throw new BrokenAnswerException("a sum that is no number: " + digits);
        }
    }
}
