package ballast.client;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of time in milliseconds, 74 bits of chance. Thread-safe.
///
/// Chance is drawn in pages, because one draw from the operating system costs as much as hundreds of ids.
final class UuidV7 implements Supplier<UUID> {
    private static final int PAGE_BYTES = 4_096;
    private static final long VERSION = 0x7000L;
    private static final long RANDOM_12_BITS = 0x0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final ByteBuffer page = ByteBuffer.allocate(PAGE_BYTES).limit(0);

    UuidV7(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID get() {
        if (page.remaining() < 2 * Long.BYTES) {
            random.nextBytes(page.clear().array());
        }
        long high = (clock.millis() << 16) | VERSION | (page.getLong() & RANDOM_12_BITS);
        return new UUID(high, (page.getLong() >>> 2) | VARIANT);
    }
}
