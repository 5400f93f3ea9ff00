package ballast.simulation.ledger;

import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_ACCOUNT_ALREADY_CLOSED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_ACCOUNT_NOT_CLOSED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_ACCOUNT_NOT_FOUND;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXCEEDS_CREDITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXCEEDS_DEBITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXISTS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXISTS_WITH_DIFFERENT_CODE;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXISTS_WITH_DIFFERENT_LIMITS;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXISTS_WITH_DIFFERENT_USER_DATA;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_TOO_MANY_ASSETS;

import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.ReopenAccount;
import ballast.types.ledger.v1.SetLimits;
import java.math.BigInteger;

/// The legs that change an account, and no balance.
final class AccountLegs {
    private final Draft draft;
    private final Rules rules;
    private final boolean explicitAccounts;

    AccountLegs(Draft draft, Rules rules, boolean explicitAccounts) {
        this.draft = draft;
        this.rules = rules;
        this.explicitAccounts = explicitAccounts;
    }

    void open(OpenAccount open) {
        var name = new AccountName(open.getAccount(), open.getAsset());
        AccountState account = draft.account(name);
        Terms terms = Terms.of(open.getCode(), open.getUserData());
        Bounds bounds = Bounds.of(open.getLimits());
        if (account.terms().opened()) {
            RefusedException.when(!account.bounds().equals(bounds), REFUSAL_REASON_EXISTS_WITH_DIFFERENT_LIMITS);
            RefusedException.when(!account.terms().sameUserData(terms), REFUSAL_REASON_EXISTS_WITH_DIFFERENT_USER_DATA);
            RefusedException.when(account.terms().code() != terms.code(), REFUSAL_REASON_EXISTS_WITH_DIFFERENT_CODE);
            throw new RefusedException(REFUSAL_REASON_EXISTS);
        }
        change(name, account.with(bounds).with(terms), EntryKind.ENTRY_KIND_OPENED);
    }

    void setLimits(SetLimits set) {
        var name = new AccountName(set.getAccount(), set.getAsset());
        requireOpened(name);
        change(name, draft.account(name).with(Bounds.of(set.getLimits())), EntryKind.ENTRY_KIND_LIMITS_SET);
    }

    void close(CloseAccount close) {
        var name = new AccountName(close.getAccount(), close.getAsset());
        requireOpened(name);
        requireOpenAndPlace(name);
        draft.enter(name, draft.account(name).withClosed(true), EntryKind.ENTRY_KIND_CLOSED);
    }

    void reopen(ReopenAccount reopen) {
        var name = new AccountName(reopen.getAccount(), reopen.getAsset());
        requireOpened(name);
        RefusedException.when(!draft.account(name).closed(), REFUSAL_REASON_ACCOUNT_NOT_CLOSED);
        draft.enter(name, draft.account(name).withClosed(false), EntryKind.ENTRY_KIND_REOPENED);
    }

    private void change(AccountName name, AccountState changed, EntryKind kind) {
        requireOpenAndPlace(name);
        if (rules.limitsAreCheckedWhenSet()) {
            RefusedException.when(rules.breaksLower(changed, BigInteger.ZERO), REFUSAL_REASON_EXCEEDS_CREDITS);
            RefusedException.when(rules.breaksUpper(changed, BigInteger.ZERO), REFUSAL_REASON_EXCEEDS_DEBITS);
        }
        draft.enter(name, changed, kind);
    }

    private void requireOpened(AccountName name) {
        RefusedException.when(
                explicitAccounts && !draft.account(name).terms().opened(), REFUSAL_REASON_ACCOUNT_NOT_FOUND);
    }

    private void requireOpenAndPlace(AccountName name) {
        RefusedException.when(draft.isFull(name), REFUSAL_REASON_TOO_MANY_ASSETS);
        RefusedException.when(draft.account(name).closed(), REFUSAL_REASON_ACCOUNT_ALREADY_CLOSED);
    }
}
