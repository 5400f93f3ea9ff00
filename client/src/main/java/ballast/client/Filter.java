package ballast.client;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which transactions a listing shows.
public sealed interface Filter {
    /// Everything.
    Filter ALL = new AllOf(List.of());

    /// All of these hold.
    static Filter allOf(Filter... terms) {
        return new AllOf(List.of(terms));
    }

    /// One of these holds.
    static Filter anyOf(Filter... terms) {
        return new AnyOf(List.of(terms));
    }

    /// It has an entry of an account with this address.
    static Filter account(String address) {
        return new OfAccount(address);
    }

    /// It has an entry in this asset.
    static Filter asset(String asset) {
        return new OfAsset(asset);
    }

    static Filter code(long code) {
        return new OfCode(code);
    }

    /// It has metadata with this key.
    static Filter metadata(String key) {
        return new OfMetadata(key, Optional.empty());
    }

    static Filter metadata(String key, String value) {
        return new OfMetadata(key, Optional.of(value));
    }

    static Filter committedAt(Range<Instant> times) {
        return new CommittedAt(times);
    }

    /// By effective time; by commit time where none was given.
    static Filter effectiveAt(Range<Instant> times) {
        return new EffectiveAt(times);
    }

    static Filter position(Range<Long> positions) {
        return new AtPosition(positions);
    }

    /// It has an entry with an amount in this range.
    static Filter amount(Range<BigInteger> amounts) {
        return new OfAmount(amounts);
    }

    /// Whether it was committed or refused.
    static Filter committed(boolean committed) {
        return new Fate(committed);
    }

    record AllOf(List<Filter> terms) implements Filter {
        public AllOf {
            terms = List.copyOf(terms);
        }
    }

    record AnyOf(List<Filter> terms) implements Filter {
        public AnyOf {
            terms = List.copyOf(terms);
        }
    }

    record OfAccount(String address) implements Filter {}

    record OfAsset(String asset) implements Filter {}

    record OfCode(long code) implements Filter {
        public OfCode {
            Ranges.requireCode(code);
        }
    }

    record OfMetadata(String key, Optional<String> value) implements Filter {}

    record CommittedAt(Range<Instant> times) implements Filter {}

    record EffectiveAt(Range<Instant> times) implements Filter {}

    record AtPosition(Range<Long> positions) implements Filter {}

    record OfAmount(Range<BigInteger> amounts) implements Filter {}

    record Fate(boolean committed) implements Filter {}

    /// Both ends belong to the range; an absent one does not bound.
    record Range<T>(Optional<T> from, Optional<T> to) {
        public static <T> Range<T> between(T from, T to) {
            return new Range<>(Optional.of(from), Optional.of(to));
        }

        public static <T> Range<T> from(T from) {
            return new Range<>(Optional.of(from), Optional.empty());
        }

        public static <T> Range<T> upTo(T to) {
            return new Range<>(Optional.empty(), Optional.of(to));
        }

        public static <T> Range<T> all() {
            return new Range<>(Optional.empty(), Optional.empty());
        }
    }
}
