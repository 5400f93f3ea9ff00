package workouts.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// Where everybody listens, on the loopback interface.
public final class Ports {
    private static final System.Logger LOG = System.getLogger(Ports.class.getName());
    private static final int FREE_FROM = 20_000;

    /// Linux begins to hand out ports here; other systems later.
    private static final int FREE_TO = 32_768;

    private static final int ATTEMPTS_MAX = 1_000;

    /// Where the page is when nothing else is wanted.
    private static final int PAGE = 3080;

    private final Map<Member, Integer> http;
    private final Map<Member, Integer> grpc;
    private final int page;

    private Ports(Map<Member, Integer> http, Map<Member, Integer> grpc, int page) {
        this.http = http;
        this.grpc = grpc;
        this.page = page;
    }

    /// The well-known ones, which documents name.
    ///
    /// @throws DemoException if one is taken
    public static Ports wellKnown() {
        var http = new EnumMap<Member, Integer>(Member.class);
        var grpc = new EnumMap<Member, Integer>(Member.class);
        for (var member : Member.values()) {
            http.put(member, member.httpPort());
            grpc.put(member, member == Member.BALLAST ? member.httpPort() : member.grpcPort());
        }
        var ports = new Ports(http, grpc, PAGE);
        ports.requireFree();
        return ports;
    }

    /// Free ones, by chance. They are let go before the processes take them, and lie below those that systems hand out
    /// to outgoing connections: a process that is started again must not find its port in the hands of one.
    public static Ports free() throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            var http = new EnumMap<Member, Integer>(Member.class);
            var grpc = new EnumMap<Member, Integer>(Member.class);
            for (var member : Member.values()) {
                int port = hold(held);
                http.put(member, port);
                grpc.put(member, member == Member.BALLAST ? port : hold(held));
            }
            return new Ports(http, grpc, hold(held));
        } finally {
            close(held);
        }
    }

    public int http(Member member) {
        return Objects.requireNonNull(http.get(member));
    }

    public int grpc(Member member) {
        return Objects.requireNonNull(grpc.get(member));
    }

    /// Of the page.
    int page() {
        return page;
    }

    /// Where it takes HTTP.
    public URI address(Member member) {
        return URI.create("http://127.0.0.1:" + http(member));
    }

    /// Where it takes gRPC.
    public String target(Member member) {
        return "127.0.0.1:" + grpc(member);
    }

    private void requireFree() {
        var taken = new ArrayList<Integer>();
        var wanted = new LinkedHashSet<>(http.values());
        wanted.addAll(grpc.values());
        wanted.add(page);
        for (int port : wanted) {
            try (var probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException busy) {
                taken.add(port);
            }
        }
        if (!taken.isEmpty()) {
            throw new DemoException(
                    "ports are taken by other programs: %s. End those, or use --free-ports.".formatted(taken));
        }
    }

    private static int hold(List<ServerSocket> held) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO);
            try {
                held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                return port;
            } catch (BindException taken) {
                LOG.log(System.Logger.Level.DEBUG, "port {0} is taken", port);
            }
        }
        throw new DemoException("no free port from %d to %d".formatted(FREE_FROM, FREE_TO));
    }

    private static void close(List<ServerSocket> held) throws IOException {
        for (var socket : held) {
            socket.close();
        }
    }
}
