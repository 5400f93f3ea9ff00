package ballast.virtualmachine;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when the test says so.
final class ManualClock implements InstantSource {
    private long millis = 1_700_000_000_000L;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    void advance(long byMillis) {
        millis += byMillis;
    }
}
