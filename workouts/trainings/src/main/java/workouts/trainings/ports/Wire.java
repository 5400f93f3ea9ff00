package workouts.trainings.ports;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import workouts.chassis.problems.Problem;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Listing.Position;
import workouts.trainings.domain.training.Listing.Which;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.Version;

/// Reads what comes as text, and refuses with 400 what cannot be read, by name.
final class Wire {
    /// RFC 9110, 8.8.3; without the characters that no version has.
    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"([^\"\\s,]*)\"");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// The database keeps these and the protocol between services ends with the last of them.
    private static final int YEAR_MIN = 1;

    private static final int YEAR_MAX = 9999;
    private static final int CURSOR_LENGTH_MAX = 200;

    private Wire() {}

    static UUID uuid(String name, String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw unreadable(name);
        }
        return UUID.fromString(text);
    }

    /// The versions that an `If-Match` names; nothing for `*`, which is any. A weak one is compared with none
    /// (RFC 9110, 13.1.1).
    static Optional<Set<Version>> versions(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        var versions = new HashSet<Version>();
        for (var text : ifMatch.split(",", -1)) {
            var tag = ENTITY_TAG.matcher(text.strip());
            if (!tag.matches()) {
                throw unreadable("If-Match");
            }
            if (tag.group(1) == null) {
                versions.add(new Version(tag.group(2)));
            }
        }
        return Optional.of(versions);
    }

    static Instant time(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            requireKept(name, time);
            return time;
        } catch (DateTimeException e) {
            throw unreadable(name);
        }
    }

    static Which which(String text) {
        return switch (text) {
            case "scheduled" -> Which.SCHEDULED;
            case "canceled" -> Which.CANCELED;
            case "all" -> Which.ALL;
            default -> throw unreadable("state");
        };
    }

    static int limit(int limit) {
        if (limit < 1 || limit > Listing.LIMIT_MAX) {
            throw Problem.malformed("limit is a number from 1 to " + Listing.LIMIT_MAX);
        }
        return limit;
    }

    /// A year of four digits.
    static void requireKept(String name, Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw unreadable(name);
        }
    }

    /// Text without the one character that PostgreSQL does not keep, and without halves of characters.
    static void requireKept(String name, Optional<String> text) {
        if (text.filter(it -> it.indexOf('\0') >= 0
                        || !StandardCharsets.UTF_8.newEncoder().canEncode(it))
                .isPresent()) {
            throw unreadable(name);
        }
    }

    static String cursor(Position position) {
        var text = position.time() + "~" + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Position position(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) {
            throw unreadable("cursor");
        }
        var text = new String(decoded(cursor), StandardCharsets.US_ASCII);
        int end = text.indexOf('~');
        if (end < 0) {
            throw unreadable("cursor");
        }
        return new Position(
                time("cursor", text.substring(0, end)), new TrainingId(uuid("cursor", text.substring(end + 1))));
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
