package workouts.users.ports;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import workouts.chassis.problems.Problem;
import workouts.users.domain.credit.Statement;

/// Reads what comes as text, and refuses with 400 what cannot be read, by name.
final class Wire {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern PLACE_FORM = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,9})");
    private static final int CURSOR_LENGTH_MAX = 200;

    private Wire() {}

    /// Only the whole form is taken; the JDK alone would read shortened ones, too.
    static UUID uuid(String name, String text) {
        if (text.isEmpty()) {
            throw Problem.malformed(name + " is missing");
        }
        if (!UUID_FORM.matcher(text).matches()) {
            throw unreadable(name);
        }
        return UUID.fromString(text);
    }

    /// A value of the domain, whose constructor says what is wrong with it.
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(String.valueOf(e.getMessage()));
        }
    }

    static int limit(int limit) {
        if (limit < 1 || limit > Statement.CHANGES_MAX) {
            throw Problem.malformed("limit is a number from 1 to " + Statement.CHANGES_MAX);
        }
        return limit;
    }

    static String cursor(Statement.Place place) {
        var text = place.position() + "." + place.entry();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Statement.Place place(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) {
            throw unreadable("cursor");
        }
        var place = PLACE_FORM.matcher(new String(decoded(cursor), StandardCharsets.US_ASCII));
        if (!place.matches()) {
            throw unreadable("cursor");
        }
        return new Statement.Place(Long.parseLong(place.group(1)), Integer.parseInt(place.group(2)));
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw unreadable("cursor");
        }
    }

    private static Problem unreadable(String name) {
        return Problem.malformed(name + " cannot be read");
    }
}
