package ballast.client;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientStreamTracer;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection to a server, made when it is needed and made again when it is lost. Thread-safe.
final class Wire implements AutoCloseable {
    /// Whole batches fit, so that neither side waits for the other to say that it may go on.
    private static final int WINDOW_BYTES = 8 << 20;

    /// What ends a client that nobody lets finish.
    private static final long CLOSE_SECONDS = 5;

    private final ManagedChannel channel;

    Wire(ServerAddress address, int answerBytesMax, Executor executor) {
        channel = NettyChannelBuilder.forAddress(address.host(), address.port())
                .usePlaintext()
                .executor(executor)
                .disableRetry()
                .maxInboundMessageSize(answerBytesMax)
                .flowControlWindow(WINDOW_BYTES)
                .build();
    }

    /// What becomes of an attempt: one of the two, once.
    interface Receiver {
        void answered(byte[] answer);

        void failed(Fault fault);
    }

    /// What is sent, in every attempt of a call.
    static final class Request {
        private final Rpc rpc;
        private final byte[] bytes;
        private final Metadata headers;

        /// @param headers beside the message
        Request(Rpc rpc, byte[] bytes, Metadata headers) {
            this.rpc = rpc;
            this.bytes = bytes;
            this.headers = headers;
        }

        /// For one attempt only: gRPC writes into what it sends.
        private Metadata headers() {
            var copy = new Metadata();
            copy.merge(headers);
            return copy;
        }
    }

    /// One attempt of a call with one answer.
    void call(Request request, long timeoutNanos, Receiver receiver) {
        // A connection that was lost is tried again at once: how long to wait is decided here, by the caller's pauses.
        channel.resetConnectBackoff();
        var sent = new SentTracer();
        var options = CallOptions.DEFAULT
                .withDeadlineAfter(timeoutNanos, TimeUnit.NANOSECONDS)
                .withStreamTracerFactory(sent);
        var call = channel.newCall(request.rpc.descriptor(), options);
        call.start(new OneAnswer(receiver, sent), request.headers());
        call.sendMessage(request.bytes);
        call.halfClose();
        call.request(1);
    }

    /// A call with answers without end; the listener asks for them.
    ClientCall<byte[], byte[]> stream(Request request, ClientCall.Listener<byte[]> listener) {
        channel.resetConnectBackoff();
        var call = channel.newCall(request.rpc.descriptor(), CallOptions.DEFAULT);
        call.start(listener, request.headers());
        call.sendMessage(request.bytes);
        call.halfClose();
        return call;
    }

    /// Calls under way fail.
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Notes whether anything of a call went out. Written by the transport's thread before the call can end.
    private static final class SentTracer extends ClientStreamTracer.Factory {
        private volatile boolean isSent;

        @Override
        public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            return new ClientStreamTracer() {
                @Override
                public void outboundHeaders() {
                    isSent = true;
                }
            };
        }

        boolean isSent() {
            return isSent;
        }
    }

    /// Belongs to one call; gRPC calls it from one thread at a time.
    private static final class OneAnswer extends ClientCall.Listener<byte[]> {
        private final Receiver receiver;
        private final SentTracer sent;
        private byte @Nullable [] answer;
        private boolean hasHeaders;

        OneAnswer(Receiver receiver, SentTracer sent) {
            this.receiver = receiver;
            this.sent = sent;
        }

        @Override
        public void onHeaders(Metadata headers) {
            hasHeaders = true;
        }

        @Override
        public void onMessage(byte[] message) {
            answer = message;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk() && answer != null) {
                receiver.answered(answer);
            } else {
                receiver.failed(Fault.of(status, sent.isSent(), hasHeaders));
            }
        }
    }
}
