package ballast.history;

/// Every number of a span.
record Dense(Span span, boolean ascending) implements Cursor {
    @Override
    public long seek(long bound) {
        long number = ascending ? Math.max(bound, span.first()) : Math.min(bound, span.last());
        return number >= span.first() && number <= span.last() ? number : NONE;
    }
}
