package ballast.publicapi.json;

import ballast.ledger.Int128;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value that somebody sent, and its place. Every question about it answers, or names the place and what is expected
/// there.
public final class Given {
    /// The end of the year 9999 in milliseconds since 1970: the last time that has four digits for its year.
    public static final long TIME_MILLIS_MAX = 253_402_300_799_999L;

    private static final int PRINTED_MAX = 120;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,38}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final BigInteger U64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final long LOW_32_BITS = 0xffff_ffffL;

    private final @Nullable Given outer;
    private final String name;
    private final int index;
    private final Json value;

    private Given(@Nullable Given outer, String name, int index, Json value) {
        this.outer = outer;
        this.name = name;
        this.index = index;
        this.value = value;
    }

    static Given whole(Json value) {
        return new Given(null, "", -1, value);
    }

    /// The same value, for messages that call it by a name: the parameter of a query.
    public static Given parameter(String name, String text) {
        return new Given(whole(new Json.Nothing()), name, -1, new Json.Text(text));
    }

    /// Where it stands: `legs[2].transfer.amount`.
    public String path() {
        if (outer == null) {
            return "";
        }
        var before = outer.path();
        if (index >= 0) {
            return "%s[%d]".formatted(before, index);
        }
        return before.isEmpty() ? name : before + "." + name;
    }

    /// Requires an object with no other members than these.
    public Given members(List<String> known) {
        for (var member : object().values().keySet()) {
            if (!known.contains(member)) {
                throw new MalformedJsonException(
                        printable(child(member, value).path()),
                        "is not known here (known: %s)".formatted(String.join(", ", known)));
            }
        }
        return this;
    }

    /// The one member of an object that has one, of these.
    public Given onlyMember(List<String> known) {
        members(known);
        var members = object().values();
        if (members.size() != 1) {
            throw problem("has %d members (expected: one of %s)".formatted(members.size(), String.join(", ", known)));
        }
        var only = members.entrySet().iterator().next();
        return child(only.getKey(), only.getValue());
    }

    /// The name under which it stands in its object.
    public String name() {
        return name;
    }

    /// A member that may be missing.
    public Optional<Given> optional(String member) {
        var found = object().values().get(member);
        return found == null ? Optional.empty() : Optional.of(child(member, found));
    }

    public Given required(String member) {
        return optional(member)
                .orElseThrow(
                        () -> new MalformedJsonException(child(member, value).path(), "is missing"));
    }

    /// The members of an object whose names are free.
    public List<Given> entries() {
        var entries = new ArrayList<Given>();
        object().values().forEach((member, found) -> entries.add(child(member, found)));
        return entries;
    }

    /// The items of an array.
    public List<Given> items(int least, int most) {
        if (!(value instanceof Json.Items(var values))) {
            throw expected("an array");
        }
        if (values.size() < least || values.size() > most) {
            throw problem("has %,d items (expected: %,d to %,d)".formatted(values.size(), least, most));
        }
        var items = new ArrayList<Given>(values.size());
        for (var item : values) {
            items.add(new Given(this, "", items.size(), item));
        }
        return items;
    }

    public String text() {
        return switch (value) {
            case Json.Text(String text) -> text;
            case Json.Members _, Json.Items _, Json.Whole _, Json.Fraction _, Json.Flag _, Json.Nothing _ ->
                throw expected("a string");
        };
    }

    public boolean flag() {
        if (value instanceof Json.Flag(boolean flag)) {
            return flag;
        }
        throw expected("true or false");
    }

    /// The place of a word in a list.
    public int oneOf(List<String> words) {
        int place = value instanceof Json.Text(String word) ? words.indexOf(word) : -1;
        if (place < 0) {
            throw problem("is %s (expected: one of %s)".formatted(shown(), String.join(", ", words)));
        }
        return place;
    }

    /// An integer of 128 bits in two's complement, written as a number or as a string of digits.
    public Int128 int128() {
        var whole = whole();
        if (whole.bitLength() >= 2 * Long.SIZE) {
            throw problem("is %s (expected: %s to %s)".formatted(whole, Int128.MIN, Int128.MAX));
        }
        return new Int128(whole.shiftRight(Long.SIZE).longValue(), whole.longValue());
    }

    /// An integer of 64 bits without a sign, as its bits.
    public long unsigned64() {
        return unsigned(U64_MAX).longValue();
    }

    /// An integer of 32 bits without a sign, as its bits.
    public int unsigned32() {
        return unsigned(BigInteger.valueOf(LOW_32_BITS)).intValue();
    }

    /// An integer from 0 to `most`.
    public long upTo(long most) {
        return unsigned(BigInteger.valueOf(most)).longValue();
    }

    /// Milliseconds since 1970 of a time as in RFC 3339.
    public long timeMillis() {
        var text = text();
        if (TIME.matcher(text).matches()) {
            try {
                long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
                if (millis >= 0 && millis <= TIME_MILLIS_MAX) {
                    return millis;
                }
            } catch (DateTimeException e) {
                throw noTime();
            }
        }
        throw noTime();
    }

    /// A UUID in its canonical form; the JDK's own parser takes `1-1-1-1-1` as well.
    public UUID uuid() {
        var text = text();
        if (!UUID_TEXT.matcher(text).matches()) {
            throw problem("is %s (expected: a UUID, 8-4-4-4-12 hexadecimal digits)".formatted(shown()));
        }
        return UUID.fromString(text);
    }

    /// What is wrong with it, for checks that only the reader of this value knows.
    public MalformedJsonException problem(String text) {
        return new MalformedJsonException(printable(path()), text);
    }

    /// What may be repeated of a text that somebody else wrote.
    static String printable(String text) {
        var part = new StringBuilder();
        for (int place = 0; place < Math.min(text.length(), PRINTED_MAX); place++) {
            char character = text.charAt(place);
            part.append(character >= ' ' && character < 0x7f ? character : '?');
        }
        return part.append(text.length() > PRINTED_MAX ? "..." : "").toString();
    }

    private MalformedJsonException noTime() {
        return problem("is %s (expected: a time as 2026-01-31T12:00:00.000Z, 1970 to 9999, milliseconds at most)"
                .formatted(shown()));
    }

    private BigInteger unsigned(BigInteger most) {
        var whole = whole();
        if (whole.signum() < 0 || whole.compareTo(most) > 0) {
            throw problem("is %s (expected: 0 to %s)".formatted(whole, most));
        }
        return whole;
    }

    private BigInteger whole() {
        var digits = switch (value) {
            case Json.Whole(String written) -> written;
            case Json.Text(String text) -> text;
            case Json.Members _, Json.Items _, Json.Fraction _, Json.Flag _, Json.Nothing _ ->
                throw expected("an integer, or a string of its digits");
        };
        if (!WHOLE.matcher(digits).matches()) {
            throw problem(
                    "is %s (expected: an integer of at most 39 digits, no plus, no leading zeros)".formatted(shown()));
        }
        return new BigInteger(digits);
    }

    private Json.Members object() {
        if (value instanceof Json.Members members) {
            return members;
        }
        throw expected("an object");
    }

    private Given child(String member, Json found) {
        return new Given(this, member, -1, found);
    }

    private MalformedJsonException expected(String kind) {
        return problem("is %s (expected: %s)".formatted(value.kind(), kind));
    }

    private String shown() {
        return switch (value) {
            case Json.Text(String text) -> "'%s'".formatted(printable(text.substring(0, Math.min(40, text.length()))));
            case Json.Whole(String digits) -> digits;
            case Json.Members _, Json.Items _, Json.Fraction _, Json.Flag _, Json.Nothing _ -> value.kind();
        };
    }
}
