package workouts.chassis.grpc;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Opens channels to other services and closes them at the end.
///
/// Every call on them carries the credential, the trace and a deadline: the one that is set, or else the
/// neighbour's, and never a later one than that of the call that is being served. Calls inside a transaction of
/// the database are refused. An attempt that found nobody (UNAVAILABLE) is repeated twice within the deadline, so
/// what is called must be harmless when it is repeated.
///
/// Thread-safe.
public final class Neighbours implements AutoCloseable {
    private static final int MESSAGE_BYTES_MAX = 65_536;
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final String credential;
    private final ObservationRegistry observations;
    private final List<ManagedChannel> channels = new CopyOnWriteArrayList<>();

    public Neighbours(GrpcSettings settings, ObservationRegistry observations) {
        this.credential = settings.credential();
        this.observations = observations;
    }

    /// A channel, which connects when it is first used.
    ///
    /// @param target `host:port`
    /// @param deadline of a call that has none of its own
    /// @param services the full names of the services on it, all of whose methods may be repeated
    public Channel channel(String target, Duration deadline, String... services) {
        var channel = NettyChannelBuilder.forTarget(target)
                .usePlaintext()
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .enableRetry()
                .defaultServiceConfig(retries(services))
                .intercept(new ObservationGrpcClientInterceptor(observations), new OutgoingCall(credential, deadline))
                .build();
        channels.add(channel);
        return channel;
    }

    private static Map<String, ?> retries(String... services) {
        var names = Stream.of(services).map(name -> Map.of("service", name)).toList();
        var policy = Map.of(
                "maxAttempts",
                (double) ATTEMPTS_MAX,
                "initialBackoff",
                "0.05s",
                "maxBackoff",
                "0.5s",
                "backoffMultiplier",
                3.0,
                "retryableStatusCodes",
                List.of("UNAVAILABLE"));
        return Map.of("methodConfig", List.of(Map.of("name", names, "retryPolicy", policy)));
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdown);
        for (var channel : channels) {
            try {
                if (!channel.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    channel.shutdownNow();
                }
            } catch (InterruptedException e) {
                channel.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
