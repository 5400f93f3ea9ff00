package ballast.ledger;

/// Decimal digits of [Int128], read and written without allocating numbers on the way.
final class Decimals {
    /// 2¹²⁷−1 has 39 digits. A longer text is refused even if it begins with zeros: its length is somebody
    /// else's choice.
    static final int DIGITS_MAX = 39;

    /// As many digits as always fit a long.
    private static final int LONG_DIGITS = 18;

    /// Nine digits at a time: a remainder below 10⁹ and 32 more bits still divide in one long.
    private static final long GROUP = 1_000_000_000;

    private static final int GROUP_DIGITS = 9;
    private static final long WORD_MASK = 0xffff_ffffL;

    private Decimals() {}

    /// The non-negative integer that digits spell; a flaw reads on after the name of the field.
    static Parsed<Int128> parse(String text) {
        if (text.isEmpty()) {
            return new Parsed.Invalid<>("is missing");
        }
        if (text.length() > DIGITS_MAX) {
            return new Parsed.Invalid<>("has %d digits (at most: %d)".formatted(text.length(), DIGITS_MAX));
        }
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) < '0' || text.charAt(place) > '9') {
                return new Parsed.Invalid<>("has %s at place %d (allowed: 0-9)"
                        .formatted(Address.printable(text.codePointAt(place)), place + 1));
            }
        }
        if (text.length() <= LONG_DIGITS) {
            return new Parsed.Valid<>(Int128.of(Long.parseLong(text)));
        }
        return parseLong(text);
    }

    private static Parsed<Int128> parseLong(String digits) {
        long high = 0;
        long low = 0;
        for (int place = 0; place < digits.length(); place++) {
            long carried = low * 10 + (digits.charAt(place) - '0');
            long carry = Math.unsignedMultiplyHigh(low, 10) + (Long.compareUnsigned(carried, low * 10) < 0 ? 1 : 0);
            boolean passes = high > Long.MAX_VALUE / 10;
            high = high * 10 + carry;
            low = carried;
            if (passes || high < 0) {
                return new Parsed.Invalid<>("is %s (at most: %s)".formatted(digits, Int128.MAX));
            }
        }
        return new Parsed.Valid<>(new Int128(high, low));
    }

    static String print(Int128 value) {
        if (value.fitsLong()) {
            return Long.toString(value.low());
        }
        // Negation wraps only for -2^127, whose magnitude the same bits spell when read as unsigned.
        var magnitude = value.high() < 0 ? value.wrappingNegate() : value;
        var digits = new StringBuilder(DIGITS_MAX + 1);
        long high = magnitude.high();
        long low = magnitude.low();
        while (high != 0 || low != 0) {
            long first = high >>> Integer.SIZE;
            long second = ((first % GROUP) << Integer.SIZE) | (high & WORD_MASK);
            long third = ((second % GROUP) << Integer.SIZE) | (low >>> Integer.SIZE);
            long fourth = ((third % GROUP) << Integer.SIZE) | (low & WORD_MASK);
            high = ((first / GROUP) << Integer.SIZE) | (second / GROUP);
            low = ((third / GROUP) << Integer.SIZE) | (fourth / GROUP);
            appendReversed(digits, fourth % GROUP);
        }
        int length = digits.length();
        while (digits.charAt(length - 1) == '0') {
            length--;
        }
        digits.setLength(length);
        return digits.append(value.high() < 0 ? "-" : "").reverse().toString();
    }

    private static void appendReversed(StringBuilder digits, long group) {
        long rest = group;
        for (int digit = 0; digit < GROUP_DIGITS; digit++) {
            digits.append((char) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
