package ballast.ledger;

/// What is counted: an upper-case letter and then upper-case letters, digits and underscores, 16 characters at most;
/// optionally `/` and 0 to 38, the number of decimals that people are shown (`USD/2`). Compared byte by byte: `USD` and
/// `USD/2` are two assets.
///
/// @param value the characters; each is one byte in every encoding that matters
public record Asset(String value) {
    /// The longest name before the slash, in characters.
    public static final int NAME_LENGTH_MAX = 16;

    /// 10³⁸ is the largest power of ten that an amount can reach.
    public static final int DECIMALS_MAX = 38;

    /// The asset of the first interface, which knew only one.
    public static final Asset UNIT = new Asset("UNIT");

    /// @throws IllegalArgumentException if `value` is no asset; for a text from outside use [#parse]
    public Asset {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException(flaw(value));
        }
    }

    /// The asset that a text spells, or what is wrong with it.
    public static Parsed<Asset> parse(String text) {
        return wellFormed(text) ? new Parsed.Valid<>(new Asset(text)) : new Parsed.Invalid<>(flaw(text));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean wellFormed(String text) {
        int name = nameLength(text);
        return name >= 1
                && name <= NAME_LENGTH_MAX
                && (name == text.length() || (text.charAt(name) == '/' && isDecimals(text, name + 1)));
    }

    private static String flaw(String text) {
        if (text.isEmpty()) {
            return "asset is missing";
        }
        int name = nameLength(text);
        if (name > NAME_LENGTH_MAX) {
            return "asset has a name of %d characters (at most: %d)".formatted(name, NAME_LENGTH_MAX);
        }
        if (name >= 1 && text.charAt(name) == '/') {
            return "asset has other decimals than 0 to %d after the slash".formatted(DECIMALS_MAX);
        }
        return "asset has %s at place %d (allowed: A-Z, then A-Z 0-9 _)"
                .formatted(Address.printable(text.codePointAt(name)), name + 1);
    }

    /// How many characters from the first on can stand in a name.
    private static int nameLength(String text) {
        int place = 0;
        while (place < text.length() && isAllowed(text.charAt(place), place)) {
            place++;
        }
        return place;
    }

    private static boolean isAllowed(char character, int place) {
        return (character >= 'A' && character <= 'Z') || (place > 0 && (isDigit(character) || character == '_'));
    }

    /// Whether the text from a place on is 0 to [#DECIMALS_MAX] without leading zeros.
    private static boolean isDecimals(String text, int from) {
        return switch (text.length() - from) {
            case 1 -> isDigit(text.charAt(from));
            case 2 -> {
                char tens = text.charAt(from);
                char ones = text.charAt(from + 1);
                yield tens >= '1' && isDigit(tens) && isDigit(ones) && (tens - '0') * 10 + (ones - '0') <= DECIMALS_MAX;
            }
            default -> false;
        };
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
