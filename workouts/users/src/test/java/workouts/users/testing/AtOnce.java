package workouts.users.testing;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Checks that each wait for a deadline, all in the time of one. So the deadline can be long enough for a busy machine.
public final class AtOnce {
    private AtOnce() {}

    /// Runs them all, to the end.
    ///
    /// @throws java.util.concurrent.CompletionException with what one of them threw
    public static void run(Runnable... checks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(Arrays.stream(checks)
                            .map(check -> CompletableFuture.runAsync(check, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
