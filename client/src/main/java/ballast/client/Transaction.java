package ballast.client;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/// The unit that happens whole or not at all, and once.
///
/// @param id its key for ever; empty: the client draws one before the first attempt
/// @param legs 1 to 256, applied in order
/// @param conditions at most 64; all must hold before the first leg
/// @param metadata at most 16 pairs, kept in order
/// @param code what kind of transaction it is, in the application's own numbering: 0 to 2^32 - 1
/// @param effectiveTime when it counts as having happened; empty: when it is committed
public record Transaction(
        Optional<UUID> id,
        List<Leg> legs,
        List<Condition> conditions,
        SequencedMap<String, String> metadata,
        long code,
        Optional<Instant> effectiveTime) {
    public Transaction {
        legs = List.copyOf(legs);
        conditions = List.copyOf(conditions);
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
        Ranges.requireCode(code);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// A transaction of one transfer.
    public static Transaction transfer(String from, String to, String asset, long amount) {
        return builder().transfer(from, to, asset, amount).build();
    }

    public Transaction withId(UUID key) {
        return new Transaction(Optional.of(key), legs, conditions, metadata, code, effectiveTime);
    }

    /// Puts a transaction together, leg by leg. Belongs to one thread; what it builds is immutable.
    public static final class Builder {
        private final List<Leg> legs = new ArrayList<>();
        private final List<Condition> conditions = new ArrayList<>();
        private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
        private Optional<UUID> id = Optional.empty();
        private Optional<Instant> effectiveTime = Optional.empty();
        private long code;

        private Builder() {}

        public Builder id(UUID key) {
            id = Optional.of(key);
            return this;
        }

        public Builder leg(Leg leg) {
            legs.add(leg);
            return this;
        }

        public Builder transfer(String from, String to, String asset, long amount) {
            return transfer(from, to, asset, BigInteger.valueOf(amount));
        }

        public Builder transfer(String from, String to, String asset, BigInteger amount) {
            return leg(new Leg.Transfer(from, to, asset, amount, Leg.AmountMode.EXACT));
        }

        /// Reserves an amount until it is captured or released.
        public Builder hold(String from, String to, String asset, long amount) {
            return hold(from, to, asset, BigInteger.valueOf(amount), Duration.ZERO);
        }

        public Builder hold(String from, String to, String asset, BigInteger amount, Duration timeout) {
            return leg(new Leg.Hold(from, to, asset, amount, Leg.AmountMode.EXACT, timeout));
        }

        /// Captures all that is still held.
        public Builder capture(Leg.HoldReference hold) {
            return leg(new Leg.Capture(hold, Optional.empty(), false));
        }

        /// Captures a part; the rest stays held.
        public Builder capture(Leg.HoldReference hold, long amount) {
            return leg(new Leg.Capture(hold, Optional.of(BigInteger.valueOf(amount)), false));
        }

        /// Captures a part and releases the rest.
        public Builder captureAndRelease(Leg.HoldReference hold, long amount) {
            return leg(new Leg.Capture(hold, Optional.of(BigInteger.valueOf(amount)), true));
        }

        public Builder release(Leg.HoldReference hold) {
            return leg(new Leg.Release(hold));
        }

        public Builder extend(Leg.HoldReference hold, Duration timeout) {
            return leg(new Leg.Extend(hold, timeout));
        }

        public Builder open(String account, String asset, Account.Limits limits) {
            return leg(new Leg.Open(account, asset, limits, 0, Account.UserData.NONE));
        }

        public Builder setLimits(String account, String asset, Account.Limits limits) {
            return leg(new Leg.SetLimits(account, asset, limits));
        }

        public Builder close(String account, String asset) {
            return leg(new Leg.Close(account, asset));
        }

        public Builder reopen(String account, String asset) {
            return leg(new Leg.Reopen(account, asset));
        }

        public Builder reverse(UUID transaction) {
            return leg(new Leg.Reverse(transaction));
        }

        public Builder condition(Condition condition) {
            conditions.add(condition);
            return this;
        }

        public Builder metadata(String key, String value) {
            metadata.put(key, value);
            return this;
        }

        public Builder code(long kind) {
            code = kind;
            return this;
        }

        public Builder effectiveTime(Instant time) {
            effectiveTime = Optional.of(time);
            return this;
        }

        public Transaction build() {
            return new Transaction(id, legs, conditions, metadata, code, effectiveTime);
        }
    }
}
