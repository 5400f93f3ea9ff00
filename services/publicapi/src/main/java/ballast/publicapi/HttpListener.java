package ballast.publicapi;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One event loop's share of the server: it listens on the common port and leads requests to the right front.
final class HttpListener extends VerticleBase {
    private static final int SHARED_PORT_OF_THE_SYSTEM = -1;
    private static final int RESETS_WINDOW_SECONDS = 30;
    /// Nothing was done (RFC 9113, section 8.7): clients may send it again elsewhere.
    private static final long REFUSED_STREAM = 7;

    private final PublicApiServerOptions options;
    private final List<HttpServer> servers;
    private final StopPhase stop;
    private final HttpFront http;
    private final GrpcFront grpc;

    HttpListener(PublicApiServerOptions options, Backend backend, List<HttpServer> servers) {
        this.options = options;
        this.servers = servers;
        stop = backend.stop();
        http = new HttpFront(backend);
        grpc = new GrpcFront(backend);
    }

    @Override
    public Future<?> start() {
        var server = vertx.createHttpServer(serverOptions())
                .requestHandler(request -> request.connection().close())
                .connectionHandler(this::connected);
        servers.add(server);
        return server.listen();
    }

    private HttpServerOptions serverOptions() {
        var sizes = options.sizes();
        return new HttpServerOptions()
                .setHost(options.bind())
                .setPort(options.port() == 0 ? SHARED_PORT_OF_THE_SYSTEM : options.port())
                .setMaxInitialLineLength(sizes.requestLineBytesMax())
                .setMaxHeaderSize(sizes.headersBytesMax())
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(true)
                .setHttp2RstFloodMaxRstFramePerWindow(sizes.resetsMax())
                .setHttp2RstFloodWindowDuration(RESETS_WINDOW_SECONDS)
                .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(sizes.streamsMax())
                        .setMaxHeaderListSize(sizes.headersBytesMax()));
    }

    /// Called when a connection has shown which HTTP it speaks. The handlers set here go past those of Vert.x for
    /// WebSocket, which would answer an unknown version of HTTP with 501.
    private void connected(HttpConnection connection) {
        var served = (HttpServerConnection) connection;
        var guard = guard(served.channelHandlerContext());
        served.handler(request -> lead(guard, request));
        served.invalidRequestHandler(request -> http.garbled(guard, request));
    }

    private void lead(ConnectionGuard guard, HttpServerRequest request) {
        if (stop.isClosed()) {
            turnAway(guard, request);
        } else if (GrpcFront.speaks(request)) {
            grpc.arrived(guard, request);
        } else {
            http.arrived(guard, request);
        }
    }

    /// Connections that were opened just before listening ended, or were silent until now, are not known to the server
    /// that waits for those in flight: what they ask for would be done, and the answer cut off.
    private void turnAway(ConnectionGuard guard, HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            var _ = request.response().reset(REFUSED_STREAM);
            var _ = request.connection().shutdown(options.times().stopMax().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            http.late(guard, request);
        }
    }

    private static ConnectionGuard guard(ChannelHandlerContext context) {
        return context.pipeline().get(ConnectionGuard.class);
    }
}
