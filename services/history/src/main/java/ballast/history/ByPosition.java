package ballast.history;

/// The positions of the places that another cursor gives.
record ByPosition(Cursor places, boolean ascending) implements Cursor {
    @Override
    public long seek(long bound) {
        long position = Math.min(bound, At.POSITION_MAX);
        long at = places.seek(ascending ? At.first(position) : At.last(position));
        return at == NONE ? NONE : At.position(at);
    }
}
