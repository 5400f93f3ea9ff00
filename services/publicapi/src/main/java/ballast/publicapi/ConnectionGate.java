package ballast.publicapi;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Stands behind the listening socket: closes connections above the limit before anything is spent on them, and gives
/// each of the others its [ConnectionGuard]. Thread-safe.
@Sharable
final class ConnectionGate extends ChannelInboundHandlerAdapter {
    private final Admission connections;
    private final Loops loops;
    private final ApiMetrics metrics;
    private final int unreadBytesMax;

    ConnectionGate(Admission connections, Loops loops, ApiMetrics metrics, int unreadBytesMax) {
        this.connections = connections;
        this.loops = loops;
        this.metrics = metrics;
        this.unreadBytesMax = unreadBytesMax;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        var connection = (Channel) accepted;
        if (connections.enter()) {
            connection.closeFuture().addListener(closed -> connections.leave());
            connection.pipeline().addFirst(new ConnectionGuard(loops, unreadBytesMax));
            context.fireChannelRead(connection);
        } else {
            metrics.connectionRefused();
            connection.unsafe().closeForcibly();
        }
    }
}
