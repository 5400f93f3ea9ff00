package workouts.users.testing;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Takes every call of a ledger's client, answers that it is away, and notes which trace the call was part of;
/// empty: none. Thread-safe.
public final class LedgerThatIsAway implements AutoCloseable {
    private static final Metadata.Key<String> TRACE = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final Server server;
    private final int port;

    public LedgerThatIsAway() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .fallbackHandlerRegistry(new EveryMethod())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("setup: the ledger that is away does not start", e);
        }
        port = server.getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Of every attempt so far, in the form of W3C Trace Context.
    public List<String> traces() {
        return List.copyOf(traces);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class EveryMethod extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
            var descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName(method)
                    .setRequestMarshaller(new Bytes())
                    .setResponseMarshaller(new Bytes())
                    .build();
            return ServerMethodDefinition.create(descriptor, (call, headers) -> {
                traces.add(Optional.ofNullable(headers.get(TRACE)).orElse(""));
                call.close(Status.UNAVAILABLE.withDescription("away"), new Metadata());
                return new ServerCall.Listener<>() {};
            });
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
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
