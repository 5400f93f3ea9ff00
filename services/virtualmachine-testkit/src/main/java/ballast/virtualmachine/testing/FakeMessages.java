package ballast.virtualmachine.testing;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Balances;
import ballast.ledger.Entry;
import ballast.ledger.Int128;
import ballast.ledger.LedgerOutcome;
import ballast.ledger.TransactionId;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.UserData;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/// The ledger's words as messages, for the fake.
final class FakeMessages {
    private FakeMessages() {}

    static ByteString id(TransactionId id) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(16).putLong(id.high()).putLong(id.low()).flip());
    }

    static Refusal refusal(RefusalReason reason) {
        return Refusal.newBuilder().setReason(reason).build();
    }

    static void addFate(LedgerOutcome fate, Outcome.Builder outcome) {
        switch (fate) {
            case LedgerOutcome.Committed committed -> {
                outcome.setCommitted(ByteString.EMPTY);
                committed.entries().forEach(entry -> outcome.addEntries(entry(entry)));
            }
            case LedgerOutcome.Refused refused -> {
                var refusal = Refusal.newBuilder()
                        .setReason(RefusalReason.valueOf(
                                "REFUSAL_REASON_" + refused.reason().name()));
                refused.leg().ifPresent(refusal::setLeg);
                refused.condition().ifPresent(refusal::setCondition);
                outcome.setRefused(refusal);
            }
        }
    }

    static ballast.types.ledger.v1.Account account(AccountKey key, Account account) {
        var message = ballast.types.ledger.v1.Account.newBuilder()
                .setAccount(key.address().value())
                .setAsset(key.asset().value())
                .setBalances(balances(account.balances()))
                .setCode(account.code())
                .setOpened(account.opened())
                .setClosed(account.closed())
                .setVersion(account.version());
        var limits = Limits.newBuilder();
        account.limits().lower().ifPresent(lower -> limits.setLower(int128(lower)));
        account.limits().upper().ifPresent(upper -> limits.setUpper(int128(upper)));
        message.setLimits(limits)
                .setUserData(UserData.newBuilder()
                        .setWide(int128(account.userData().wide()))
                        .setMiddle(account.userData().middle())
                        .setNarrow(account.userData().narrow()));
        if (account.version() > 0) {
            message.setSinceMillis(account.sinceMillis());
        }
        return message.build();
    }

    static ballast.types.protocol.v1.Int128 int128(Int128 value) {
        return ballast.types.protocol.v1.Int128.newBuilder()
                .setHigh(value.high())
                .setLow(value.low())
                .build();
    }

    private static ballast.types.ledger.v1.Entry entry(Entry entry) {
        var message = ballast.types.ledger.v1.Entry.newBuilder()
                .setLeg(entry.leg())
                .setAccount(entry.account().address().value())
                .setAsset(entry.account().asset().value())
                .setKind(EntryKind.valueOf("ENTRY_KIND_" + entry.kind().name()))
                .setAfter(balances(entry.after()))
                .setVersion(entry.version());
        switch (entry.kind()) {
            case OPENED, LIMITS_SET, CLOSED, REOPENED -> {}
            default -> message.setAmount(int128(entry.amount()));
        }
        return message.build();
    }

    private static ballast.types.ledger.v1.Balances balances(Balances balances) {
        return ballast.types.ledger.v1.Balances.newBuilder()
                .setDebitsPosted(int128(balances.debitsPosted()))
                .setCreditsPosted(int128(balances.creditsPosted()))
                .setDebitsPending(int128(balances.debitsPending()))
                .setCreditsPending(int128(balances.creditsPending()))
                .build();
    }
}
