package ballast.client;

import ballast.types.publicapi.v1.PublicApiProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server over real loopback that does to each call what the script says, and then what it does by default.
final class ScriptedServer implements AutoCloseable {
    /// What becomes of one call.
    interface Act {
        void perform(Call call);
    }

    /// A call as the server sees it.
    record Call(String method, ByteString request, Metadata headers, ServerCall<byte[], byte[]> raw) {
        void answer(MessageLite message) {
            send(message);
            raw.close(Status.OK, new Metadata());
        }

        /// A first message is preceded by the headers.
        void send(MessageLite message) {
            raw.sendMessage(message.toByteArray());
        }

        void begin() {
            raw.sendHeaders(new Metadata());
        }

        void fail(Status status) {
            raw.close(status, new Metadata());
        }
    }

    private final Deque<Act> script = new ConcurrentLinkedDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Server server;
    private final int port;
    private volatile Act byDefault;

    ScriptedServer(int port, Act byDefault) {
        this.byDefault = byDefault;
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .maxInboundMessageSize(64 << 20)
                    .addService(service())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("setup: the scripted server does not start", e);
        }
        this.port = server.getPort();
    }

    ScriptedServer(Act byDefault) {
        this(0, byDefault);
    }

    /// What happens to the next calls, one act each.
    ScriptedServer then(Act... acts) {
        script.addAll(List.of(acts));
        return this;
    }

    void always(Act act) {
        byDefault = act;
    }

    List<Call> calls() {
        return calls;
    }

    int port() {
        return port;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerServiceDefinition service() {
        var contract = PublicApiProto.getDescriptor().findServiceByName("PublicApi");
        var rpcs = List.of(
                Rpc.TRANSACT_BATCH,
                Rpc.DRY_RUN,
                Rpc.GET_TRANSACTION,
                Rpc.LIST_TRANSACTIONS,
                Rpc.GET_ACCOUNT,
                Rpc.GET_BALANCES,
                Rpc.LIST_ACCOUNTS,
                Rpc.LIST_ENTRIES,
                Rpc.SUM_BALANCES,
                Rpc.WATCH);
        var descriptor = ServiceDescriptor.newBuilder(contract.getFullName());
        rpcs.forEach(rpc -> descriptor.addMethod(rpc.descriptor()));
        var definition = ServerServiceDefinition.builder(descriptor.build());
        rpcs.forEach(rpc -> definition.addMethod(rpc.descriptor(), new Handler(rpc.descriptor())));
        return definition.build();
    }

    private final class Handler implements ServerCallHandler<byte[], byte[]> {
        private final MethodDescriptor<byte[], byte[]> method;

        Handler(MethodDescriptor<byte[], byte[]> method) {
            this.method = method;
        }

        @Override
        public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> raw, Metadata headers) {
            raw.request(2);
            return new ServerCall.Listener<>() {
                private byte @Nullable [] request;

                @Override
                public void onMessage(byte[] message) {
                    request = message;
                }

                @Override
                public void onHalfClose() {
                    var name = String.valueOf(method.getBareMethodName());
                    var bytes = ByteString.copyFrom(request == null ? new byte[0] : request);
                    var call = new Call(name, bytes, headers, raw);
                    calls.add(call);
                    var act = script.poll();
                    (act == null ? byDefault : act).perform(call);
                }
            };
        }
    }
}
