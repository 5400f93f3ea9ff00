package ballast.publicapi;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.impl.transports.TransportInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.transport.Transport;

/// The network as Vert.x uses it, with a [ConnectionGate] behind the listening socket.
///
/// Vert.x tells of a connection only when its first request has been read; a client that never sends one would go
/// unseen. A transport is the one place where connections can be met at the door.
final class GatedTransport {
    private GatedTransport() {}

    /// Native epoll where there is one, else what the JDK has.
    static Transport behind(ConnectionGate gate) {
        if (Transport.EPOLL != null && Transport.EPOLL.available()) {
            return new TransportInternal("epoll", true, null, new EpollTransport() {
                @Override
                public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                    super.configure(options, domainSocket, bootstrap);
                    bootstrap.handler(gate);
                }
            });
        }
        return new TransportInternal("nio", true, null, new NioTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                bootstrap.handler(gate);
            }
        });
    }
}
