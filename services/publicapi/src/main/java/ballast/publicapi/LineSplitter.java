package ballast.publicapi;

import io.vertx.core.buffer.Buffer;

/// Cuts a body that comes in pieces into lines, each ended by a line feed or by the body's end.
final class LineSplitter {
    /// Takes the lines.
    interface Lines {
        void line(byte[] bytes);

        /// A line that is longer than it may be; what it says is not kept.
        void tooLong();
    }

    private final int bytesMax;
    private final Lines lines;
    private Buffer begun = Buffer.buffer();
    private boolean skipping;

    LineSplitter(int bytesMax, Lines lines) {
        this.bytesMax = bytesMax;
        this.lines = lines;
    }

    void piece(Buffer piece) {
        int start = 0;
        for (int place = 0; place < piece.length(); place++) {
            if (piece.getByte(place) == '\n') {
                append(piece, start, place);
                endLine();
                start = place + 1;
            }
        }
        append(piece, start, piece.length());
    }

    /// The body is over; its last line may have no end of its own.
    void end() {
        if (begun.length() > 0 || skipping) {
            endLine();
        }
    }

    private void append(Buffer piece, int from, int to) {
        if (begun.length() + to - from > bytesMax) {
            skipping = true;
            begun = Buffer.buffer();
        }
        if (!skipping && to > from) {
            begun.appendBuffer(piece, from, to - from);
        }
    }

    private void endLine() {
        if (skipping) {
            lines.tooLong();
        } else {
            lines.line(begun.getBytes());
        }
        skipping = false;
        begun = Buffer.buffer();
    }
}
