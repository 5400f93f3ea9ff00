package ballast.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The questions that history answers. An empty asset means every asset.
public sealed interface Query {
    /// Items of a page when nobody says otherwise.
    int LIMIT_BY_DEFAULT = 100;

    enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /// Transactions that match a filter, a page at a time.
    ///
    /// @param limit 1 to 1,000
    /// @param after where the page before ended; [Page#next] fills it in
    /// @param asOf the position that the whole listing is as of; empty: the newest
    record Transactions(Filter filter, Order order, int limit, OptionalLong after, OptionalLong asOf) implements Query {
        public static Transactions matching(Filter filter) {
            return new Transactions(
                    filter, Order.NEWEST_FIRST, LIMIT_BY_DEFAULT, OptionalLong.empty(), OptionalLong.empty());
        }

        public Transactions inOrder(Order wanted) {
            return new Transactions(filter, wanted, limit, after, asOf);
        }

        public Transactions withLimit(int items) {
            return new Transactions(filter, order, items, after, asOf);
        }

        Transactions continued(long cursor, long position) {
            return new Transactions(filter, order, limit, OptionalLong.of(cursor), OptionalLong.of(position));
        }
    }

    /// Entries of one account, a page at a time.
    record Entries(
            String account,
            Optional<String> asset,
            EntryRanges ranges,
            Order order,
            int limit,
            Optional<EntryPlace> after,
            OptionalLong asOf)
            implements Query {
        public static Entries of(String account) {
            return new Entries(
                    account,
                    Optional.empty(),
                    EntryRanges.ALL,
                    Order.NEWEST_FIRST,
                    LIMIT_BY_DEFAULT,
                    Optional.empty(),
                    OptionalLong.empty());
        }

        public Entries inAsset(String one) {
            return new Entries(account, Optional.of(one), ranges, order, limit, after, asOf);
        }

        public Entries within(EntryRanges wanted) {
            return new Entries(account, asset, wanted, order, limit, after, asOf);
        }

        public Entries inOrder(Order wanted) {
            return new Entries(account, asset, ranges, wanted, limit, after, asOf);
        }

        public Entries withLimit(int items) {
            return new Entries(account, asset, ranges, order, items, after, asOf);
        }

        Entries continued(EntryPlace cursor, long position) {
            return new Entries(account, asset, ranges, order, limit, Optional.of(cursor), OptionalLong.of(position));
        }
    }

    /// Which part of an account's history is wanted.
    record EntryRanges(Filter.Range<Instant> committed, Filter.Range<Instant> effective, Filter.Range<Long> position) {
        public static final EntryRanges ALL =
                new EntryRanges(Filter.Range.all(), Filter.Range.all(), Filter.Range.all());
    }

    /// Names an entry: the transaction's position and the place among its entries, from 0.
    record EntryPlace(long position, int entry) {}

    /// Accounts by the beginning of their address, a page at a time, by address and then asset.
    record Accounts(String prefix, Optional<String> asset, int limit, Optional<AccountName> after, OptionalLong asOf)
            implements Query {
        public static Accounts startingWith(String prefix) {
            return new Accounts(prefix, Optional.empty(), LIMIT_BY_DEFAULT, Optional.empty(), OptionalLong.empty());
        }

        public Accounts inAsset(String one) {
            return new Accounts(prefix, Optional.of(one), limit, after, asOf);
        }

        public Accounts withLimit(int items) {
            return new Accounts(prefix, asset, items, after, asOf);
        }

        Accounts continued(AccountName cursor, long position) {
            return new Accounts(prefix, asset, limit, Optional.of(cursor), OptionalLong.of(position));
        }
    }

    record AccountName(String address, String asset) {}

    /// The counters of one address as they were.
    record BalancesOf(String account, Optional<String> asset, Moment asOf) implements Query {
        public static BalancesOf account(String address) {
            return new BalancesOf(address, Optional.empty(), Moment.NEWEST);
        }

        public BalancesOf inAsset(String one) {
            return new BalancesOf(account, Optional.of(one), asOf);
        }

        public BalancesOf asOf(Moment moment) {
            return new BalancesOf(account, asset, moment);
        }
    }

    /// Sums of the counters of all accounts with an address that begins so.
    record Sums(String prefix, Optional<String> asset, Moment asOf) implements Query {
        public static Sums startingWith(String prefix) {
            return new Sums(prefix, Optional.empty(), Moment.NEWEST);
        }

        public Sums inAsset(String one) {
            return new Sums(prefix, Optional.of(one), asOf);
        }

        public Sums asOf(Moment moment) {
            return new Sums(prefix, asset, moment);
        }
    }
}
