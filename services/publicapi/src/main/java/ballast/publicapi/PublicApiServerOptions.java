package ballast.publicapi;

/// Where and with what limits the public server runs.
///
/// @param bind the local address to listen on. Default `127.0.0.1`.
/// @param port the TCP port, 0 to 65,535; 0 lets the system choose one. Default 8080.
/// @param eventLoops threads that serve connections, at least 1. Default: one a core.
public record PublicApiServerOptions(String bind, int port, int eventLoops, SizeLimits sizes, TimeLimits times) {
    private static final int PORT_MAX = 65_535;

    public PublicApiServerOptions {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port is %d (expected: 0 to %d)".formatted(port, PORT_MAX));
        }
        if (eventLoops < 1) {
            throw new IllegalArgumentException("eventLoops is %d (at least: 1)".formatted(eventLoops));
        }
    }

    public static PublicApiServerOptions defaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new PublicApiServerOptions("127.0.0.1", 8080, cores, SizeLimits.defaults(), TimeLimits.defaults());
    }

    public PublicApiServerOptions withBind(String address) {
        return new PublicApiServerOptions(address, port, eventLoops, sizes, times);
    }

    public PublicApiServerOptions withPort(int number) {
        return new PublicApiServerOptions(bind, number, eventLoops, sizes, times);
    }

    public PublicApiServerOptions withSizes(SizeLimits limits) {
        return new PublicApiServerOptions(bind, port, eventLoops, limits, times);
    }

    public PublicApiServerOptions withTimes(TimeLimits limits) {
        return new PublicApiServerOptions(bind, port, eventLoops, sizes, limits);
    }
}
