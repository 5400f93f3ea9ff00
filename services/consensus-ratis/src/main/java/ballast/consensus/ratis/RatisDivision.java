package ballast.consensus.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.server.GrpcServices;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.RaftClientAsynchronousProtocol;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftConfiguration;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;

/// One running Ratis server with one group of which it is the only member.
final class RatisDivision {
    /// gRPC inside Ratis tells of every start through `java.util.logging`. Held, or the level is lost with the
    /// logger.
    private static final Logger GRPC_LOGGER = Logger.getLogger("org.apache.ratis.thirdparty.io.grpc");

    private final RaftServer server;
    private final RaftServer.Division division;
    private final RaftGroupId group;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();

    private RatisDivision(RaftServer server, RaftGroupId group) throws IOException {
        this.server = server;
        this.group = group;
        this.division = server.getDivision(group);
    }

    static RatisDivision start(RatisOptions options, UUID groupId, RaftProperties properties, RatisStateMachine machine)
            throws IOException {
        GRPC_LOGGER.setLevel(Level.WARNING);
        RaftGroupId group = RaftGroupId.valueOf(groupId);
        RaftPeer self = RaftPeer.newBuilder()
                .setId(options.node())
                .setAddress("127.0.0.1:0")
                .build();
        Parameters parameters = new Parameters();
        GrpcConfigKeys.Server.setServicesCustomizer(parameters, new NobodyCalls());
        RaftServer server = RaftServer.newBuilder()
                .setServerId(RaftPeerId.valueOf(options.node()))
                .setGroup(RaftGroup.valueOf(group, self))
                .setProperties(properties)
                .setParameters(parameters)
                .setOption(RaftStorage.StartupOption.RECOVER)
                .setStateMachine(machine)
                .build();
        try {
            server.start();
            return new RatisDivision(server, group);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// A group of one has no peers and no remote clients, but Ratis listens anyway: without this, any process on
    /// the machine could write into the ledger's log.
    private static final class NobodyCalls implements GrpcServices.Customizer, ServerInterceptor {
        @Override
        public NettyServerBuilder customize(NettyServerBuilder builder, EnumSet<GrpcServices.Type> types) {
            return builder.intercept(this);
        }

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            call.close(Status.PERMISSION_DENIED.withDescription("this log has no other members"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    /// Hands an offer to the division itself: the server's own method of this name waits on a thread of a pool.
    CompletableFuture<RaftClientReply> submit(Offer offer) {
        RaftClientRequest request = RaftClientRequest.newBuilder()
                .setClientId(client)
                .setServerId(server.getId())
                .setGroupId(group)
                .setCallId(calls.incrementAndGet())
                .setMessage(offer)
                .setType(RaftClientRequest.writeRequestType())
                .build();
        try {
            return ((RaftClientAsynchronousProtocol) division).submitClientRequestAsync(request);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// Whether the configuration this replica acts on, committed or not, has no member but itself.
    boolean isAlone() {
        RaftConfiguration configuration = division.getRaftConf();
        Collection<RaftPeer> members = configuration.getCurrentPeers();
        return configuration.getPreviousPeers().isEmpty()
                && members.size() == 1
                && configuration.getPeer(server.getId()) != null;
    }

    /// Drops closed segments whose entries are all at `index` or before.
    CompletableFuture<Long> purge(long index) {
        return division.getRaftLog().purge(index);
    }

    /// Where Ratis listens: a port of 127.0.0.1 that the system chose.
    InetSocketAddress address() {
        return server.getServerRpc().getInetSocketAddress();
    }

    long lastApplied() {
        return division.getInfo().getLastAppliedIndex();
    }

    /// @param writer the thread that writes this log
    void close(LogWriter writer) {
        Thread.ofVirtual()
                .start(() -> writer.wakeWhen(() -> !division.getRaftLog().isOpened()));
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
