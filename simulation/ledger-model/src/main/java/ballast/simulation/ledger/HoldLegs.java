package ballast.simulation.ledger;

import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_EXCEEDS_PENDING_TRANSFER_AMOUNT;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_OVERFLOWS_TIMEOUT;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_ALREADY_POSTED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_ALREADY_VOIDED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_EXPIRED;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND;
import static ballast.types.protocol.v1.RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING;

import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Release;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The legs that change a hold, or all holds of a transaction.
final class HoldLegs {
    private final Draft draft;
    private final Rules rules;

    HoldLegs(Draft draft, Rules rules) {
        this.draft = draft;
        this.rules = rules;
    }

    void capture(Capture capture) {
        Optional<BigInteger> asked =
                capture.hasAmount() ? Optional.of(Numbers.of(capture.getAmount())) : Optional.empty();
        for (var found : pending(capture.getHold(), asked).entrySet()) {
            HoldState hold = found.getValue();
            if (rules.captureIsRefusedOnClosed()) {
                Legs.requireOpenDoors(draft, hold.from(), hold.to());
            }
            BigInteger amount = asked.orElse(hold.left());
            BigInteger rest = hold.left().subtract(amount);
            draft.move(Movement.CAPTURE, hold.from(), hold.to(), amount);
            if (rest.signum() > 0 && rules.releasesRest(capture)) {
                draft.move(Movement.RELEASE, hold.from(), hold.to(), rest);
                draft.put(found.getKey(), hold.with(BigInteger.ZERO, HoldState.Status.VOIDED));
            } else {
                var status = rest.signum() == 0 ? HoldState.Status.POSTED : HoldState.Status.PENDING;
                draft.put(found.getKey(), hold.with(rest, status));
            }
        }
    }

    void release(Release release) {
        pending(release.getHold(), Optional.empty()).forEach((name, hold) -> {
            draft.move(Movement.RELEASE, hold.from(), hold.to(), hold.left());
            draft.put(name, hold.with(BigInteger.ZERO, HoldState.Status.VOIDED));
        });
    }

    void extend(ExtendHold extend) {
        pending(extend.getHold(), Optional.empty()).forEach((name, hold) -> {
            Legs.requireOpenDoors(draft, hold.from(), hold.to());
            RefusedException.when(
                    isTooLate(draft.timeMillis(), extend.getTimeoutMillis()), REFUSAL_REASON_OVERFLOWS_TIMEOUT);
            draft.extend(
                    name,
                    hold.until(rules.deadline(draft.timeMillis(), hold.deadlineMillis(), extend.getTimeoutMillis())));
        });
    }

    /// Ends a hold whose time is over, as only the ledger itself may.
    void expire(HoldName name, HoldState hold) {
        draft.move(Movement.EXPIRE, hold.from(), hold.to(), hold.left());
        draft.put(name, hold.with(BigInteger.ZERO, HoldState.Status.EXPIRED));
    }

    static boolean isTooLate(long nowMillis, long timeoutMillis) {
        BigInteger deadline = BigInteger.valueOf(nowMillis).add(Numbers.unsigned(timeoutMillis));
        return timeoutMillis != 0 && deadline.compareTo(BigInteger.valueOf(Wellformed.TIME_MAX)) > 0;
    }

    /// The holds that a reference means, in order of legs, each of them pending.
    private Map<HoldName, HoldState> pending(HoldReference reference, Optional<BigInteger> asked) {
        ByteString transaction = reference.getTransaction();
        boolean known = transaction.equals(draft.id())
                || !draft.before().recorded(transaction).isEmpty();
        RefusedException.when(!known, REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND);
        SortedMap<Integer, HoldState> holds = draft.holdsOf(transaction);
        return reference.hasLeg()
                ? one(new HoldName(transaction, reference.getLeg()), holds, asked)
                : group(transaction, holds);
    }

    private Map<HoldName, HoldState> one(
            HoldName name, SortedMap<Integer, HoldState> holds, Optional<BigInteger> asked) {
        HoldState hold = holds.get(name.leg());
        if (hold == null) {
            throw new RefusedException(REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING);
        }
        if (!rules.amountComesFirst()) {
            requirePending(status(hold));
        }
        BigInteger held = status(hold) == HoldState.Status.PENDING ? hold.left() : hold.amount();
        RefusedException.when(asked.orElse(held).compareTo(held) > 0, REFUSAL_REASON_EXCEEDS_PENDING_TRANSFER_AMOUNT);
        requirePending(status(hold));
        return Map.of(name, hold);
    }

    private Map<HoldName, HoldState> group(ByteString transaction, SortedMap<Integer, HoldState> holds) {
        RefusedException.when(holds.isEmpty(), REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING);
        HoldState first = holds.sequencedValues().getFirst();
        boolean nothingPending = holds.values().stream().noneMatch(hold -> status(hold) == HoldState.Status.PENDING);
        if (nothingPending) {
            requirePending(status(first));
        }
        RefusedException.when(
                holds.values().stream().anyMatch(hold -> status(hold) == HoldState.Status.EXPIRED),
                REFUSAL_REASON_PENDING_TRANSFER_EXPIRED);
        Map<HoldName, HoldState> pending = new TreeMap<>(Comparator.comparingInt(HoldName::leg));
        holds.forEach((leg, hold) -> {
            if (hold.status() == HoldState.Status.PENDING) {
                pending.put(new HoldName(transaction, leg), hold);
            }
        });
        return pending;
    }

    /// A hold whose time is over is expired, whether or not anybody has noticed.
    private HoldState.Status status(HoldState hold) {
        return hold.status() == HoldState.Status.PENDING && rules.isOver(hold, draft.timeMillis())
                ? HoldState.Status.EXPIRED
                : hold.status();
    }

    private static void requirePending(HoldState.Status status) {
        switch (status) {
            case PENDING -> {}
            case POSTED -> throw new RefusedException(REFUSAL_REASON_PENDING_TRANSFER_ALREADY_POSTED);
            case VOIDED -> throw new RefusedException(REFUSAL_REASON_PENDING_TRANSFER_ALREADY_VOIDED);
            case EXPIRED -> throw new RefusedException(REFUSAL_REASON_PENDING_TRANSFER_EXPIRED);
        }
    }
}
