package workouts.e2e.acceptance;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Stands between two services and passes each call on, or does with it what a plan says. It understands nothing of
/// what it carries. Thread-safe.
final class FaultyRelay implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(FaultyRelay.class.getName());
    private static final int LATE_MAX = 1_000;
    /// These belong to one connection and are made anew for the next.
    private static final List<String> OF_THE_CONNECTION =
            List.of("user-agent", "content-type", "te", "grpc-accept-encoding");

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;
    private final List<Runnable> late = new ArrayList<>();
    private volatile Function<String, Fault> plan = _ -> Fault.NONE;
    private volatile @Nullable ManagedChannel channel;

    private FaultyRelay(NettyServerBuilder builder) throws IOException {
        this.server = builder.executor(calls)
                .fallbackHandlerRegistry(new Anything())
                .build()
                .start();
    }

    static FaultyRelay open() {
        try {
            return new FaultyRelay(
                    NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        } catch (IOException e) {
            throw new UncheckedIOException("setup: a relay", e);
        }
    }

    /// Where it listens.
    String target() {
        return "127.0.0.1:" + server.getPort();
    }

    /// From now on calls go there.
    void leadTo(String target) {
        var before = Optional.ofNullable(channel);
        channel = NettyChannelBuilder.forTarget(target).usePlaintext().build();
        before.ifPresent(ManagedChannel::shutdownNow);
    }

    /// Asked for each call, with the method's name, as in `CancelTraining`.
    void plan(Function<String, Fault> faults) {
        plan = faults;
    }

    /// One fault for each call of one method.
    void plan(String method, Fault fault) {
        plan(name -> name.equals(method) ? fault : Fault.NONE);
    }

    void heal() {
        plan(_ -> Fault.NONE);
    }

    /// The calls that were late arrive now. Gives their number.
    int deliverLate() {
        var due = new ArrayList<Runnable>();
        synchronized (late) {
            due.addAll(late);
            late.clear();
        }
        due.forEach(Runnable::run);
        return due.size();
    }

    @Override
    public void close() {
        server.shutdownNow();
        Optional.ofNullable(channel).ifPresent(ManagedChannel::shutdownNow);
        calls.shutdownNow();
    }

    private void serve(ServerCall<byte[], byte[]> call, Metadata headers, byte[] request) {
        var method = call.getMethodDescriptor();
        var fault = plan.apply(String.valueOf(method.getBareMethodName()));
        switch (fault) {
            case NONE -> answer(call, () -> forward(method, headers, request));
            case AWAY -> call.close(Status.UNAVAILABLE.withDescription("nobody is there"), new Metadata());
            case FAILS -> call.close(Status.INTERNAL.withDescription("it fails"), new Metadata());
            case LOSES_THE_ANSWER -> {
                quietly(() -> forward(method, headers, request));
                call.close(Status.DEADLINE_EXCEEDED.withDescription("the answer is lost"), new Metadata());
            }
            case DOUBLES -> {
                quietly(() -> forward(method, headers, request));
                answer(call, () -> forward(method, headers, request));
            }
            case COMES_LATE -> {
                keep(() -> quietly(() -> forward(method, headers, request)));
                call.close(Status.DEADLINE_EXCEEDED.withDescription("it is late"), new Metadata());
            }
        }
    }

    private void keep(Runnable call) {
        synchronized (late) {
            if (late.size() == LATE_MAX) {
                throw new IllegalStateException("too many late calls");
            }
            late.add(call);
        }
    }

    private interface Forwarding {
        byte[] run();
    }

    private static void answer(ServerCall<byte[], byte[]> call, Forwarding forwarding) {
        try {
            var response = forwarding.run();
            call.sendHeaders(new Metadata());
            call.sendMessage(response);
            call.close(Status.OK, new Metadata());
        } catch (StatusRuntimeException e) {
            call.close(e.getStatus(), Optional.ofNullable(e.getTrailers()).orElseGet(Metadata::new));
        }
    }

    /// A refusal or a failure that nobody hears of.
    private static void quietly(Forwarding forwarding) {
        try {
            var _ = forwarding.run();
        } catch (StatusRuntimeException unheard) {
            LOG.log(System.Logger.Level.DEBUG, "nobody hears of {0}", unheard.getStatus());
        }
    }

    private byte[] forward(MethodDescriptor<byte[], byte[]> method, Metadata headers, byte[] request) {
        var passed = new Metadata();
        passed.merge(headers);
        OF_THE_CONNECTION.forEach(name -> passed.discardAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
        var upstream = Optional.ofNullable(channel).orElseThrow(() -> new IllegalStateException("leads nowhere"));
        var options = CallOptions.DEFAULT.withDeadlineAfter(DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        return ClientCalls.blockingUnaryCall(
                ClientInterceptors.intercept(upstream, MetadataUtils.newAttachHeadersInterceptor(passed)),
                method,
                options,
                request);
    }

    /// Takes every method of every service.
    private final class Anything extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
            var method = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName(methodName)
                    .setRequestMarshaller(Bytes.AS_THEY_ARE)
                    .setResponseMarshaller(Bytes.AS_THEY_ARE)
                    .build();
            return ServerMethodDefinition.create(method, (call, headers) -> {
                call.request(2);
                return new Listener(call, headers);
            });
        }
    }

    private final class Listener extends ServerCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> call;
        private final Metadata headers;
        private byte[] request = new byte[0];

        Listener(ServerCall<byte[], byte[]> call, Metadata headers) {
            this.call = call;
            this.headers = headers;
        }

        @Override
        public void onMessage(byte[] message) {
            request = message;
        }

        @Override
        public void onHalfClose() {
            serve(call, headers, request);
        }
    }

    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        AS_THEY_ARE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
