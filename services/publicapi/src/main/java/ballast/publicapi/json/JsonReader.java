package ballast.publicapi.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;

/// Reads one text: UTF-8, one value, nothing behind it, no member twice.
public final class JsonReader {
    /// Values inside each other. The deepest that is expected, a filter of eight lists, has 19.
    private static final int DEPTH_MAX = 24;
    /// Characters of a string. The longest that is expected, a value of metadata, has 512 bytes.
    private static final int STRING_MAX = 4_096;

    private static final int NAME_MAX = 256;
    private static final int DIGITS_MAX = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(STRING_MAX)
                    .maxNameLength(NAME_MAX)
                    .maxNumberLength(DIGITS_MAX)
                    .build())
            .build();

    private final JsonParser parser;
    private final Deque<String> path = new ArrayDeque<>();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /// The value that a text spells.
    ///
    /// @throws MalformedJsonException unless it is JSON as above
    public static Given read(byte[] text) {
        var characters = decoded(text);
        try (var parser = FACTORY.createParser(characters)) {
            return Given.whole(new JsonReader(parser).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("", "the text is not valid UTF-8");
        }
    }

    private Json document() throws IOException {
        try {
            var first = parser.nextToken();
            if (first == null) {
                throw new MalformedJsonException("", "the text is empty (expected: a JSON object)");
            }
            var value = value(first);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        "", "something follows the end, at " + place(parser.currentLocation()));
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException(
                    where(),
                    "too much at %s (at most: %d levels, %,d characters a string, %d a name, %d digits)"
                            .formatted(place(parser.currentLocation()), DEPTH_MAX, STRING_MAX, NAME_MAX, DIGITS_MAX));
        } catch (JsonParseException e) {
            throw new MalformedJsonException(where(), "no JSON at " + place(e.getLocation()));
        }
    }

    private Json value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Json.Text(text());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> new Json.Fraction();
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Nothing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("json: a value begins with " + token);
        };
    }

    private Json members() throws IOException {
        var values = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = wellFormed(parser.currentName());
            path.addLast(path.isEmpty() ? name : "." + name);
            if (values.putIfAbsent(name, value(parser.nextToken())) != null) {
                throw new MalformedJsonException(where(), "is given more than once");
            }
            path.removeLast();
        }
        return new Json.Members(values);
    }

    private Json items() throws IOException {
        var values = new ArrayList<Json>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            path.addLast("[%d]".formatted(values.size()));
            values.add(value(token));
            path.removeLast();
        }
        return new Json.Items(values);
    }

    private String text() throws IOException {
        return wellFormed(parser.getText());
    }

    /// Escapes can spell half of a character, which no UTF-8 can carry further.
    private String wellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isSurrogate(character)) {
                if (Character.isLowSurrogate(character)
                        || index + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(index + 1))) {
                    throw new MalformedJsonException(where(), "half a character at place %d".formatted(index + 1));
                }
                index++;
            }
        }
        return text;
    }

    private String where() {
        return Given.printable(String.join("", path));
    }

    private static String place(JsonLocation location) {
        return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
