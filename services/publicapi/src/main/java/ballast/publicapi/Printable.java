package ballast.publicapi;

/// What may be repeated of a text that somebody else wrote: a short part of it, and nothing that a terminal or a log
/// would obey.
final class Printable {
    private static final int LENGTH_MAX = 40;

    private Printable() {}

    static String of(String text) {
        var part = new StringBuilder();
        for (int index = 0; index < Math.min(text.length(), LENGTH_MAX); index++) {
            char character = text.charAt(index);
            part.append(character >= ' ' && character < 0x7f ? character : '?');
        }
        return part.append(text.length() > LENGTH_MAX ? "..." : "").toString();
    }
}
