package ballast.publicapi;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Stands between a socket and everything else, and closes the connection of a client that dawdles.
///
/// Four ways to hold a connection for nothing: to send no request, to send its headers slowly, to send its body slowly,
/// to read the answer slowly. The third is [Exchange]'s to end, which knows where a body begins and can answer; the
/// others end here. Confined to one event loop.
final class ConnectionGuard extends ChannelDuplexHandler {
    private final Loops loops;
    private final int unreadBytesMax;

    /// The next request's headers must be there.
    private final Deadline arrival = new Deadline() {
        @Override
        void passed() {
            close();
        }
    };

    /// What was sent must have been read.
    private final Deadline departure = new Deadline() {
        @Override
        void passed() {
            close();
        }
    };

    private @Nullable ChannelHandlerContext context;
    private @Nullable Loop loop;
    private int requestsOpen;
    private boolean silent = true;
    private boolean idle;
    private boolean http2;
    private boolean markerQueued;

    ConnectionGuard(Loops loops, int unreadBytesMax) {
        this.loops = loops;
        this.unreadBytesMax = unreadBytesMax;
    }

    Loop loop() {
        return Objects.requireNonNull(loop, "the connection is not registered");
    }

    /// A request has arrived as far as its headers.
    void requestOpened(boolean isHttp2) {
        http2 = isHttp2;
        requestsOpen++;
        idle = false;
        Deadlines.stop(arrival);
    }

    /// A request is answered, or given up, and nothing of it is to come.
    void requestClosed() {
        requestsOpen--;
        if (requestsOpen == 0) {
            awaitRequest();
        }
    }

    /// Ends the connection now, whatever it is doing.
    void close() {
        if (context != null) {
            var _ = context.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        loop = loops.of(added.executor());
        loop.headers.start(arrival, loop.refresh());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        long now = loop().refresh();
        if (silent) {
            silent = false;
            http2 = isHttp2Preface((ByteBuf) bytes);
            if (http2) {
                awaitRequest();
            }
        } else if (idle && !http2) {
            idle = false;
            loop().headers.start(arrival, now);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        var queue = context.channel().unsafe().outboundBuffer();
        if (queue == null || queue.isEmpty()) {
            return;
        }
        if (queue.totalPendingWriteBytes() > unreadBytesMax) {
            close();
        } else if (!markerQueued) {
            awaitDeparture(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Deadlines.stop(arrival);
        Deadlines.stop(departure);
        context.fireChannelInactive();
    }

    /// The socket took less than it was given: an empty buffer behind what is left tells when that has gone.
    private void awaitDeparture(ChannelHandlerContext context) {
        markerQueued = true;
        loop().unread.start(departure, loop().nowNanos());
        var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(gone -> {
            markerQueued = false;
            Deadlines.stop(departure);
        });
    }

    /// HTTP/2 sends frames that belong to no request, so there the time until the headers counts as idle time.
    private void awaitRequest() {
        if (context != null && context.channel().isActive()) {
            idle = true;
            loop().idle.start(arrival, loop().nowNanos());
        }
    }

    private static boolean isHttp2Preface(ByteBuf bytes) {
        int start = bytes.readerIndex();
        return bytes.readableBytes() > 2
                && bytes.getByte(start) == 'P'
                && bytes.getByte(start + 1) == 'R'
                && bytes.getByte(start + 2) == 'I';
    }
}
