package ballast.history;

/// How much of history one page may still look at.
final class Budget {
    private int steps;
    private long bytes;
    private int items;

    Budget(int items, HistoryOptions options) {
        this.items = items;
        this.steps = options.stepsMax();
        this.bytes = options.pageBytesMax();
    }

    /// Takes a step; whether there are any left.
    boolean spend() {
        steps--;
        return steps > 0;
    }

    /// Counts an item of the page.
    void take(long itemBytes) {
        items--;
        bytes -= itemBytes;
    }

    boolean isSpent() {
        return items <= 0 || bytes <= 0 || steps <= 0;
    }
}
