package ballast.ledger;

/// Names an account: 1 to 64 characters of `A-Z a-z 0-9 . _ : @ -`, compared byte by byte.
///
/// @param value the characters; each is one byte in every encoding that matters
public record Address(String value) {
    /// The longest address in characters.
    public static final int LENGTH_MAX = 64;

    /// @throws IllegalArgumentException if `value` is no address; for a text from outside use [#parse]
    public Address {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException(flaw(value));
        }
    }

    /// The address that a text spells, or what is wrong with it.
    public static Parsed<Address> parse(String text) {
        return wellFormed(text) ? new Parsed.Valid<>(new Address(text)) : new Parsed.Invalid<>(flaw(text));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean wellFormed(String text) {
        return !text.isEmpty() && text.length() <= LENGTH_MAX && firstOffender(text) == text.length();
    }

    private static String flaw(String text) {
        if (text.isEmpty()) {
            return "address is missing";
        }
        if (text.length() > LENGTH_MAX) {
            return "address has %d characters (at most: %d)".formatted(text.length(), LENGTH_MAX);
        }
        int offender = firstOffender(text);
        return "address has %s at place %d (allowed: A-Z a-z 0-9 . _ : @ -)"
                .formatted(printable(text.codePointAt(offender)), offender + 1);
    }

    private static int firstOffender(String text) {
        int place = 0;
        while (place < text.length() && isAllowed(text.charAt(place))) {
            place++;
        }
        return place;
    }

    private static boolean isAllowed(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "._:@-".indexOf(character) >= 0;
    }

    /// A message must not carry control characters, or letters that look like others, into a log.
    static String printable(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7f ? "'%c'".formatted(codePoint) : "U+%04X".formatted(codePoint);
    }
}
