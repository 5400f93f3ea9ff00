package ballast.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table for people: columns as wide as their widest cell, numbers to the right.
final class Table {
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(String.valueOf(cell));
        }
        if (row.size() != head.size()) {
            throw new IllegalArgumentException("%d cells in %d columns".formatted(row.size(), head.size()));
        }
        rows.add(row);
        return this;
    }

    void print(PrintWriter out) {
        var widths = IntStream.range(0, head.size()).map(this::width).toArray();
        out.println(line(head, widths));
        rows.forEach(row -> out.println(line(row, widths)));
        out.flush();
    }

    private int width(int column) {
        return Math.max(
                head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var padding = " ".repeat(widths[column] - cells.get(column).length());
            line.append(column == 0 ? "" : GAP)
                    .append(isNumeric(column) ? padding + cells.get(column) : cells.get(column) + padding);
        }
        return line.toString().stripTrailing();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9]*"))
                && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }
}
