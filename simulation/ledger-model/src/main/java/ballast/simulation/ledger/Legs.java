package ballast.simulation.ledger;

import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_ACCOUNTS_MUST_BE_DIFFERENT;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_CREDIT_ACCOUNT_ALREADY_CLOSED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_CREDIT_ACCOUNT_NOT_FOUND;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_DEBIT_ACCOUNT_ALREADY_CLOSED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_DEBIT_ACCOUNT_NOT_FOUND;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXCEEDS_CREDITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXCEEDS_DEBITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_PENDING;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_PENDING;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_TIMEOUT;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_TOO_MANY_ASSETS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_TRANSACTION_ALREADY_REVERSED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_TRANSACTION_NOT_FOUND;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_TRANSACTION_NOT_REVERSIBLE;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What each kind of leg does, and what may refuse it, in order of precedence from top to bottom.
final class Legs {
    private final Draft draft;
    private final Rules rules;
    private final boolean explicitAccounts;
    private final HoldLegs holds;
    private final AccountLegs accounts;

    Legs(Draft draft, Rules rules, boolean explicitAccounts) {
        this.draft = draft;
        this.rules = rules;
        this.explicitAccounts = explicitAccounts;
        this.holds = new HoldLegs(draft, rules);
        this.accounts = new AccountLegs(draft, rules, explicitAccounts);
    }

    void apply(Leg leg) {
        switch (leg.getKindCase()) {
            case TRANSFER -> transfer(leg.getTransfer());
            case HOLD -> hold(leg.getHold());
            case CAPTURE -> holds.capture(leg.getCapture());
            case RELEASE -> holds.release(leg.getRelease());
            case EXTEND -> holds.extend(leg.getExtend());
            case OPEN -> accounts.open(leg.getOpen());
            case SET_LIMITS -> accounts.setLimits(leg.getSetLimits());
            case CLOSE -> accounts.close(leg.getClose());
            case REOPEN -> accounts.reopen(leg.getReopen());
            case REVERSE -> reverse(leg.getReverse().getTransaction());
            case EXPIRE, KIND_NOT_SET -> throw new IllegalArgumentException("malformed legs do not come here");
        }
    }

    private void transfer(Transfer transfer) {
        var from = new AccountName(transfer.getFrom(), transfer.getAsset());
        var to = new AccountName(transfer.getTo(), transfer.getAsset());
        requireOpened(from, to);
        BigInteger amount = from.equals(to)
                ? BigInteger.ZERO
                : rules.moved(
                        transfer.getMode(), Numbers.of(transfer.getAmount()), draft.account(from), draft.account(to));
        requirePlace(from, to, amount);
        requireOpenDoors(draft, from, to);
        post(from, to, amount);
    }

    private void hold(Hold hold) {
        var from = new AccountName(hold.getFrom(), hold.getAsset());
        var to = new AccountName(hold.getTo(), hold.getAsset());
        RefusedException.when(from.equals(to), REFUSAL_REASON_ACCOUNTS_MUST_BE_DIFFERENT);
        requireOpened(from, to);
        BigInteger amount =
                rules.moved(hold.getMode(), Numbers.of(hold.getAmount()), draft.account(from), draft.account(to));
        requirePlace(from, to, amount);
        requireOpenDoors(draft, from, to);
        Counters giving = draft.account(from).counters();
        Counters taking = draft.account(to).counters();
        requireFits(giving.debitsPending(), amount, REFUSAL_REASON_OVERFLOWS_DEBITS_PENDING);
        requireFits(taking.creditsPending(), amount, REFUSAL_REASON_OVERFLOWS_CREDITS_PENDING);
        requireFitsTogether(giving, taking, amount);
        RefusedException.when(
                HoldLegs.isTooLate(draft.timeMillis(), hold.getTimeoutMillis()), REFUSAL_REASON_OVERFLOWS_TIMEOUT);
        requireBounds(from, to, amount);
        boolean empty = amount.signum() == 0;
        if (!empty) {
            draft.move(Movement.HOLD, from, to, amount);
        }
        draft.put(
                new HoldName(draft.id(), draft.leg()),
                new HoldState(
                        from,
                        to,
                        amount,
                        amount,
                        empty ? HoldState.Status.VOIDED : HoldState.Status.PENDING,
                        rules.deadline(draft.timeMillis(), 0, hold.getTimeoutMillis())));
    }

    private void reverse(ByteString original) {
        var found = draft.before().recorded(original);
        RefusedException.when(found.isEmpty(), REFUSAL_REASON_TRANSACTION_NOT_FOUND);
        List<Entry> posted = posted(found.getFirst().getOutcome().getEntriesList());
        RefusedException.when(posted.isEmpty(), REFUSAL_REASON_TRANSACTION_NOT_REVERSIBLE);
        RefusedException.when(
                rules.wasReversed(draft.isReversed(original)), REFUSAL_REASON_TRANSACTION_ALREADY_REVERSED);
        for (int i = posted.size() - 2; i >= 0; i -= 2) {
            AccountName debited = name(posted.get(i));
            AccountName credited = name(posted.get(i + 1));
            BigInteger amount = Numbers.of(posted.get(i).getAmount());
            AccountName from = rules.turnsRound() ? credited : debited;
            AccountName to = rules.turnsRound() ? debited : credited;
            requireOpenDoors(draft, from, to);
            post(from, to, amount);
        }
        draft.reverse(original);
    }

    /// The entries that posted something, in pairs.
    private static List<Entry> posted(List<Entry> entries) {
        List<Entry> posted = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.getKind() == EntryKind.ENTRY_KIND_DEBIT
                    || entry.getKind() == EntryKind.ENTRY_KIND_CREDIT
                    || entry.getKind() == EntryKind.ENTRY_KIND_DEBIT_CAPTURED
                    || entry.getKind() == EntryKind.ENTRY_KIND_CREDIT_CAPTURED) {
                posted.add(entry);
            }
        }
        return posted.size() % 2 == 0 ? posted : posted.subList(0, posted.size() - 1);
    }

    private void post(AccountName from, AccountName to, BigInteger amount) {
        if (amount.signum() == 0) {
            return;
        }
        if (rules.limitsComeFirst()) {
            requireBounds(from, to, amount);
        }
        Counters giving = draft.account(from).counters();
        Counters taking = draft.account(to).counters();
        requireFits(giving.debitsPosted(), amount, REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        requireFits(taking.creditsPosted(), amount, REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED);
        requireFitsTogether(giving, taking, amount);
        requireBounds(from, to, amount);
        draft.move(Movement.POST, from, to, amount);
    }

    private void requireOpened(AccountName from, AccountName to) {
        if (explicitAccounts) {
            RefusedException.when(!draft.account(from).terms().opened(), REFUSAL_REASON_DEBIT_ACCOUNT_NOT_FOUND);
            RefusedException.when(!draft.account(to).terms().opened(), REFUSAL_REASON_CREDIT_ACCOUNT_NOT_FOUND);
        }
    }

    private void requirePlace(AccountName from, AccountName to, BigInteger amount) {
        if (amount.signum() > 0) {
            RefusedException.when(draft.isFull(from) || draft.isFull(to), REFUSAL_REASON_TOO_MANY_ASSETS);
        }
    }

    static void requireOpenDoors(Draft draft, AccountName from, AccountName to) {
        RefusedException.when(draft.account(from).closed(), REFUSAL_REASON_DEBIT_ACCOUNT_ALREADY_CLOSED);
        RefusedException.when(draft.account(to).closed(), REFUSAL_REASON_CREDIT_ACCOUNT_ALREADY_CLOSED);
    }

    private void requireFitsTogether(Counters giving, Counters taking, BigInteger amount) {
        BigInteger debits = giving.debitsPending().add(giving.debitsPosted()).add(amount);
        BigInteger credits = taking.creditsPending().add(taking.creditsPosted()).add(amount);
        RefusedException.when(debits.compareTo(rules.togetherMax()) > 0, REFUSAL_REASON_OVERFLOWS_DEBITS);
        RefusedException.when(credits.compareTo(rules.togetherMax()) > 0, REFUSAL_REASON_OVERFLOWS_CREDITS);
    }

    private void requireBounds(AccountName from, AccountName to, BigInteger amount) {
        RefusedException.when(rules.breaksLower(draft.account(from), amount), REFUSAL_REASON_EXCEEDS_CREDITS);
        RefusedException.when(rules.breaksUpper(draft.account(to), amount), REFUSAL_REASON_EXCEEDS_DEBITS);
    }

    private static void requireFits(BigInteger counter, BigInteger amount, RefusalReason reason) {
        RefusedException.when(counter.add(amount).compareTo(Numbers.MAX) > 0, reason);
    }

    private static AccountName name(Entry entry) {
        return new AccountName(entry.getAccount(), entry.getAsset());
    }
}
