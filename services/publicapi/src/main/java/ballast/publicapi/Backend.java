package ballast.publicapi;

/// What the fronts of all event loops share.
record Backend(
        PublicApiService api,
        TransactionIds ids,
        Admission inFlight,
        OpenStreams streams,
        ApiMetrics metrics,
        Probes probes,
        StopPhase stop,
        SizeLimits sizes) {}
