package ballast.publicapi;

import ballast.types.publicapi.v1.PublicApi;

/// What the fronts of all event loops share.
record Backend(
        PublicApi api,
        TransactionIds ids,
        Admission inFlight,
        OpenStreams streams,
        ApiMetrics metrics,
        Probes probes,
        SizeLimits sizes) {}
