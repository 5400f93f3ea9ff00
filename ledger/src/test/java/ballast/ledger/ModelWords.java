package ballast.ledger;

import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The words of the contracts, in which the model speaks, as those of the rules, and back. Well-formed ones only.
final class ModelWords {
    private ModelWords() {}

    static TransactionId id(ByteString bytes) {
        ByteBuffer words = bytes.asReadOnlyByteBuffer();
        return new TransactionId(words.getLong(), words.getLong());
    }

    static ByteString bytes(TransactionId id) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(16).putLong(id.high()).putLong(id.low()).flip());
    }

    static LedgerTransaction transaction(Transaction message) {
        return new LedgerTransaction(
                id(message.getId()),
                message.getLegsList().stream().map(ModelWords::leg).toList(),
                message.getConditionsList().stream().map(ModelWords::condition).toList());
    }

    static Outcome outcome(LedgerOutcome outcome, long position, long timeMillis) {
        var message = Outcome.newBuilder().setPosition(position).setTimeMillis(timeMillis);
        switch (outcome) {
            case LedgerOutcome.Committed(List<Entry> entries) -> {
                message.setCommitted(ByteString.EMPTY);
                entries.forEach(entry -> message.addEntries(entry(entry)));
            }
            case LedgerOutcome.Refused(RefusalReason reason, OptionalInt leg, OptionalInt condition) -> {
                var refusal = Refusal.newBuilder()
                        .setReason(ballast.types.protocol.v1.RefusalReason.valueOf("REFUSAL_REASON_" + reason));
                leg.ifPresent(refusal::setLeg);
                condition.ifPresent(refusal::setCondition);
                message.setRefused(refusal);
            }
        }
        return message.build();
    }

    static ballast.types.ledger.v1.Account account(AccountKey key, Account account) {
        var limits = ballast.types.ledger.v1.Limits.newBuilder();
        account.limits().lower().ifPresent(lower -> limits.setLower(int128(lower)));
        account.limits().upper().ifPresent(upper -> limits.setUpper(int128(upper)));
        var message = ballast.types.ledger.v1.Account.newBuilder()
                .setAccount(key.address().value())
                .setAsset(key.asset().value())
                .setBalances(balances(account.balances()))
                .setLimits(limits)
                .setCode(account.code())
                .setUserData(ballast.types.ledger.v1.UserData.newBuilder()
                        .setWide(int128(account.userData().wide()))
                        .setMiddle(account.userData().middle())
                        .setNarrow(account.userData().narrow()))
                .setOpened(account.opened())
                .setClosed(account.closed())
                .setVersion(account.version());
        return account.isEmpty()
                ? message.build()
                : message.setSinceMillis(account.sinceMillis()).build();
    }

    private static Leg leg(ballast.types.ledger.v1.Leg leg) {
        return switch (leg.getKindCase()) {
            case TRANSFER -> {
                var it = leg.getTransfer();
                yield new Leg.Transfer(
                        key(it.getFrom(), it.getAsset()),
                        key(it.getTo(), it.getAsset()),
                        amount(it.getAmount()),
                        AmountMode.valueOf(name("AMOUNT_MODE_", it.getMode())));
            }
            case HOLD -> {
                var it = leg.getHold();
                yield new Leg.Hold(
                        key(it.getFrom(), it.getAsset()),
                        key(it.getTo(), it.getAsset()),
                        amount(it.getAmount()),
                        AmountMode.valueOf(name("AMOUNT_MODE_", it.getMode())),
                        it.getTimeoutMillis());
            }
            case CAPTURE -> {
                var it = leg.getCapture();
                yield new Leg.Capture(
                        hold(it.getHold()),
                        it.hasAmount() ? Optional.of(amount(it.getAmount())) : Optional.empty(),
                        it.getReleaseRest());
            }
            case RELEASE -> new Leg.Release(hold(leg.getRelease().getHold()));
            case EXTEND ->
                new Leg.Extend(hold(leg.getExtend().getHold()), leg.getExtend().getTimeoutMillis());
            case OPEN, SET_LIMITS, CLOSE, REOPEN, REVERSE -> legOfAnAccount(leg);
            case EXPIRE, KIND_NOT_SET -> throw new IllegalArgumentException("not well-formed: " + leg);
        };
    }

    private static Leg legOfAnAccount(ballast.types.ledger.v1.Leg leg) {
        return switch (leg.getKindCase()) {
            case OPEN -> {
                var it = leg.getOpen();
                var data = it.getUserData();
                yield new Leg.Open(
                        key(it.getAccount(), it.getAsset()),
                        limits(it.getLimits()),
                        it.getCode(),
                        new UserData(int128(data.getWide()), data.getMiddle(), data.getNarrow()));
            }
            case SET_LIMITS -> {
                var it = leg.getSetLimits();
                yield new Leg.SetLimits(key(it.getAccount(), it.getAsset()), limits(it.getLimits()));
            }
            case CLOSE ->
                new Leg.Close(key(leg.getClose().getAccount(), leg.getClose().getAsset()));
            case REOPEN ->
                new Leg.Reopen(key(leg.getReopen().getAccount(), leg.getReopen().getAsset()));
            case REVERSE -> new Leg.Reverse(id(leg.getReverse().getTransaction()));
            case TRANSFER, HOLD, CAPTURE, RELEASE, EXTEND, EXPIRE, KIND_NOT_SET ->
                throw new IllegalArgumentException("not of an account: " + leg);
        };
    }

    private static Condition condition(ballast.types.ledger.v1.Condition it) {
        return new Condition(
                key(it.getAccount(), it.getAsset()),
                Condition.Subject.valueOf(name("CONDITION_SUBJECT_", it.getSubject())),
                Condition.Comparison.valueOf(name("COMPARISON_", it.getComparison())),
                int128(it.getValue()));
    }

    private static Leg.HoldReference hold(ballast.types.ledger.v1.HoldReference it) {
        return new Leg.HoldReference(
                id(it.getTransaction()), it.hasLeg() ? OptionalInt.of(it.getLeg()) : OptionalInt.empty());
    }

    private static Limits limits(ballast.types.ledger.v1.Limits it) {
        return new Limits(
                it.hasLower() ? Optional.of(int128(it.getLower())) : Optional.empty(),
                it.hasUpper() ? Optional.of(int128(it.getUpper())) : Optional.empty());
    }

    private static String name(String prefix, Enum<?> value) {
        return value.name().substring(prefix.length());
    }

    static AccountKey key(String address, String asset) {
        return new AccountKey(new Address(address), new Asset(asset));
    }

    private static Amount amount(ballast.types.protocol.v1.Int128 it) {
        return new Amount(int128(it));
    }

    private static Int128 int128(ballast.types.protocol.v1.Int128 it) {
        return new Int128(it.getHigh(), it.getLow());
    }

    private static ballast.types.protocol.v1.Int128 int128(Int128 it) {
        return ballast.types.protocol.v1.Int128.newBuilder()
                .setHigh(it.high())
                .setLow(it.low())
                .build();
    }

    private static ballast.types.ledger.v1.Balances balances(Balances it) {
        return ballast.types.ledger.v1.Balances.newBuilder()
                .setDebitsPosted(int128(it.debitsPosted()))
                .setCreditsPosted(int128(it.creditsPosted()))
                .setDebitsPending(int128(it.debitsPending()))
                .setCreditsPending(int128(it.creditsPending()))
                .build();
    }

    private static ballast.types.ledger.v1.Entry entry(Entry it) {
        var entry = ballast.types.ledger.v1.Entry.newBuilder()
                .setLeg(it.leg())
                .setAccount(it.account().address().value())
                .setAsset(it.account().asset().value())
                .setKind(EntryKind.valueOf("ENTRY_KIND_" + it.kind()))
                .setAfter(balances(it.after()))
                .setVersion(it.version());
        return it.amount().signum() == 0
                ? entry.build()
                : entry.setAmount(int128(it.amount())).build();
    }
}
