package ballast.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// A value of JSON and its place. Every question about it answers, or throws [IllegalArgumentException] naming the
/// place and what is expected there.
final class JsonValue {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,39}");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final String path;
    private final Shape shape;

    private JsonValue(String path, Shape shape) {
        this.path = path;
        this.shape = shape;
    }

    private sealed interface Shape {
        record Members(Map<String, JsonValue> values) implements Shape {}

        record Items(List<JsonValue> values) implements Shape {}

        record Text(String value) implements Shape {}

        record Digits(String value) implements Shape {}

        record Flag(boolean value) implements Shape {}

        record Other() implements Shape {}
    }

    /// The one value that a text spells.
    static JsonValue read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            var first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("the line is empty (expected: a JSON object)");
            }
            var value = value("", parser, first);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the end of the JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
    }

    /// Requires an object with no other members than these.
    JsonValue members(Set<String> known) {
        for (var name : object().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("%s is not known here (known: %s)"
                        .formatted(
                                inside(path, name),
                                String.join(", ", known.stream().sorted().toList())));
            }
        }
        return this;
    }

    Optional<JsonValue> optional(String name) {
        return Optional.ofNullable(object().get(name));
    }

    JsonValue required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(inside(path, name) + " is missing"));
    }

    Map<String, JsonValue> object() {
        if (shape instanceof Shape.Members(var values)) {
            return values;
        }
        throw problem("an object");
    }

    List<JsonValue> items() {
        if (shape instanceof Shape.Items(var values)) {
            return values;
        }
        throw problem("an array");
    }

    String text() {
        if (shape instanceof Shape.Text(var value)) {
            return value;
        }
        throw problem("a string");
    }

    boolean flag() {
        if (shape instanceof Shape.Flag(boolean value)) {
            return value;
        }
        throw problem("true or false");
    }

    /// Written as a number or as a string of digits.
    BigInteger integer() {
        var digits = switch (shape) {
            case Shape.Digits(var value) -> value;
            case Shape.Text(var value) -> value;
            case Shape.Members _, Shape.Items _, Shape.Flag _, Shape.Other _ -> "";
        };
        if (!WHOLE.matcher(digits).matches()) {
            throw problem("an integer, or a string of its digits");
        }
        return new BigInteger(digits);
    }

    long number() {
        var integer = integer();
        if (integer.bitLength() > 63) {
            throw problem("an integer of at most 63 bits");
        }
        return integer.longValue();
    }

    UUID uuid() {
        var text = text();
        if (!UUID_TEXT.matcher(text).matches()) {
            throw problem("a UUID, 8-4-4-4-12 hexadecimal digits");
        }
        return UUID.fromString(text);
    }

    Instant time() {
        try {
            return OffsetDateTime.parse(text()).toInstant();
        } catch (DateTimeException e) {
            throw problem("a time as 2026-01-31T12:00:00.000Z", e);
        }
    }

    IllegalArgumentException problem(String expected) {
        return problem(expected, null);
    }

    private IllegalArgumentException problem(String expected, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s is something else (expected: %s)".formatted(path.isEmpty() ? "the line" : path, expected), cause);
    }

    private static JsonValue value(String path, JsonParser parser, JsonToken token) throws IOException {
        var shape = switch (token) {
            case START_OBJECT -> members(path, parser);
            case START_ARRAY -> items(path, parser);
            case VALUE_STRING -> new Shape.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Shape.Digits(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Shape.Flag(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_FLOAT,
                    VALUE_NULL,
                    NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    VALUE_EMBEDDED_OBJECT -> new Shape.Other();
        };
        return new JsonValue(path, shape);
    }

    private static Shape members(String path, JsonParser parser) throws IOException {
        var values = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            values.put(name, value(inside(path, name), parser, parser.nextToken()));
        }
        return new Shape.Members(values);
    }

    private static Shape items(String path, JsonParser parser) throws IOException {
        var values = new ArrayList<JsonValue>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value("%s[%d]".formatted(path, values.size()), parser, token));
        }
        return new Shape.Items(values);
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
