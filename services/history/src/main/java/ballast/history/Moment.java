package ballast.history;

import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AsOf;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;
import java.util.Optional;

/// Accounts as they were at a moment.
///
/// On the axes of position and commit time, an account is as its last entry up to there left it. On the axis of
/// effective time, it is as it was at the commit time of the same number, less what had been committed by then and
/// is effective later, plus what was committed after and is effective by then. Only entries with an effective time
/// of their own can be either, and the index has those of each account in a chain, so the cost is that of the
/// chain, not of the account's history.
final class Moment {
    private final Reading reading;
    private final AsOf moment;
    private final long cut;
    private final Posting posting = new Posting();
    private final TermKey key = new TermKey();

    Moment(Reading reading, AsOf moment) {
        this.reading = reading;
        this.moment = moment;
        this.cut = switch (moment.getMomentCase()) {
            case POSITION -> moment.getPosition();
            case COMMITTED_MILLIS ->
                reading.lastCommittedAtOrBefore(Checks.bound(moment.getCommittedMillis()), reading.position());
            case EFFECTIVE_MILLIS ->
                reading.lastCommittedAtOrBefore(Checks.bound(moment.getEffectiveMillis()), reading.position());
            case MOMENT_NOT_SET -> reading.position();
        };
    }

    static void check(AsOf moment, long newest) {
        if (moment.hasPosition()) {
            Checks.existing(moment.getPosition(), newest, "as_of.position");
        }
    }

    /// The position that an answer about this moment shows.
    long position() {
        return moment.hasEffectiveMillis() ? reading.position() : cut;
    }

    /// The last entry of an account up to the moment on the axis of commits; [Cursor#NONE] if it had none by then.
    long lastPlace(int account) {
        reading.postings().seekAtOrBefore(reading.terms().head(account), At.last(cut), posting);
        return posting.number == 0 ? Cursor.NONE : posting.at;
    }

    /// Whether only posted counters have a meaning at this moment.
    boolean isOfPosted() {
        return moment.hasEffectiveMillis();
    }

    /// Whether an account is as its last entry left it, apart from the counters that have no meaning.
    boolean isPlain(int account) {
        return !isOfPosted() || shiftedHead(account) == 0;
    }

    /// An account by its term; empty if it had no entry by then.
    Optional<AccountBalances> balances(int account) {
        return isOfPosted() ? corrected(account) : standing(account);
    }

    private Optional<AccountBalances> standing(int account) {
        long place = lastPlace(account);
        if (place == Cursor.NONE) {
            return Optional.empty();
        }
        Entry entry = reading.entry(place);
        return Optional.of(AccountBalances.newBuilder()
                .setAccount(entry.getAccount())
                .setAsset(entry.getAsset())
                .setBalances(entry.getAfter())
                .setVersion(entry.getVersion())
                .build());
    }

    private Optional<AccountBalances> corrected(int account) {
        long place = lastPlace(account);
        var correction = new Correction(posting.ordinal);
        if (place != Cursor.NONE) {
            Balances after = reading.entry(place).getAfter();
            correction.debits = Amounts.number(after.getDebitsPosted());
            correction.credits = Amounts.number(after.getCreditsPosted());
        }
        long number = shiftedHead(account);
        reading.postings().seekAtOrBefore(number, At.last(reading.position()), posting);
        while (posting.number != 0) {
            correction.consider(posting.at);
            reading.postings().read(posting.before, posting);
        }
        return correction.isPresent() ? Optional.of(correction.balances(account)) : Optional.empty();
    }

    /// The last of an account's entries with an effective time of their own; 0 if it has none.
    private long shiftedHead(int account) {
        key.copy(TermKey.SHIFTED_ACCOUNT, reading.terms().key(account));
        int shifted = reading.terms().find(key);
        return shifted == Terms.NONE ? 0 : reading.terms().head(shifted);
    }

    /// The posted counters of one account, while entries are added and taken away.
    private final class Correction {
        private BigInteger debits = BigInteger.ZERO;
        private BigInteger credits = BigInteger.ZERO;
        private long unshifted;
        private boolean anyEffective;

        /// @param entriesBefore how many entries the account had at the cut
        Correction(long entriesBefore) {
            this.unshifted = entriesBefore;
        }

        void consider(long place) {
            boolean committedBefore = At.position(place) <= cut;
            boolean effective =
                    reading.effectiveMillis(At.position(place)) <= Checks.bound(moment.getEffectiveMillis());
            if (committedBefore) {
                unshifted--;
            }
            anyEffective |= effective;
            if (committedBefore != effective) {
                add(reading.entry(place), effective ? BigInteger.ONE : BigInteger.ONE.negate());
            }
        }

        boolean isPresent() {
            return unshifted > 0 || anyEffective;
        }

        AccountBalances balances(int account) {
            return AccountBalances.newBuilder()
                    .setAccount(reading.terms().text(account, false))
                    .setAsset(reading.terms().text(account, true))
                    .setBalances(Balances.newBuilder()
                            .setDebitsPosted(Amounts.int128(debits))
                            .setCreditsPosted(Amounts.int128(credits))
                            .setDebitsPending(Int128.getDefaultInstance())
                            .setCreditsPending(Int128.getDefaultInstance()))
                    .build();
        }

        private void add(Entry entry, BigInteger sign) {
            BigInteger amount = Amounts.number(entry.getAmount()).multiply(sign);
            switch (entry.getKind()) {
                case ENTRY_KIND_DEBIT, ENTRY_KIND_DEBIT_CAPTURED -> debits = debits.add(amount);
                case ENTRY_KIND_CREDIT, ENTRY_KIND_CREDIT_CAPTURED -> credits = credits.add(amount);
                case ENTRY_KIND_UNSPECIFIED,
                        ENTRY_KIND_DEBIT_HELD,
                        ENTRY_KIND_CREDIT_HELD,
                        ENTRY_KIND_DEBIT_RELEASED,
                        ENTRY_KIND_CREDIT_RELEASED,
                        ENTRY_KIND_DEBIT_EXPIRED,
                        ENTRY_KIND_CREDIT_EXPIRED,
                        ENTRY_KIND_OPENED,
                        ENTRY_KIND_LIMITS_SET,
                        ENTRY_KIND_CLOSED,
                        ENTRY_KIND_REOPENED,
                        UNRECOGNIZED -> {
                    // nothing was posted
                }
            }
        }
    }
}
