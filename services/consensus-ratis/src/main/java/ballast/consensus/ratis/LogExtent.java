package ballast.consensus.ratis;

/// Which entries the segment files hold: all from `first` to `last`, none if `last` is before `first`.
record LogExtent(long first, long last) {
    static final LogExtent NONE = new LogExtent(0, -1);
}
