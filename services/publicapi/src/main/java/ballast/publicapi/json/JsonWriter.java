package ballast.publicapi.json;

import ballast.ledger.Int128;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes one JSON value, an object, member by member. Integers that may pass 2^53 are written as strings, because most
/// readers would round them.
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// What some part of the program does to a writer.
    @FunctionalInterface
    private interface Step {
        void on(JsonGenerator generator) throws IOException;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator generator;

    /// Begins the object.
    public JsonWriter() {
        try {
            generator = FACTORY.createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the object, and gives the text in UTF-8.
    public byte[] end() {
        step(out -> {
            out.writeEndObject();
            out.close();
        });
        return bytes.toByteArray();
    }

    public JsonWriter text(String name, String value) {
        return step(out -> out.writeStringField(name, value));
    }

    /// A number that every reader can hold exactly.
    public JsonWriter number(String name, long value) {
        return step(out -> out.writeNumberField(name, value));
    }

    public JsonWriter flag(String name, boolean value) {
        return step(out -> out.writeBooleanField(name, value));
    }

    public JsonWriter integer(String name, Int128 value) {
        return text(name, value.toString());
    }

    /// 64 bits without a sign.
    public JsonWriter unsigned(String name, long bits) {
        return text(name, Long.toUnsignedString(bits));
    }

    public JsonWriter time(String name, long millis) {
        return text(name, TIME.format(Instant.ofEpochMilli(millis)));
    }

    public JsonWriter object(String name) {
        return step(out -> out.writeObjectFieldStart(name));
    }

    /// Begins an object inside an array.
    public JsonWriter item() {
        return step(JsonGenerator::writeStartObject);
    }

    public JsonWriter endObject() {
        return step(JsonGenerator::writeEndObject);
    }

    public JsonWriter array(String name) {
        return step(out -> out.writeArrayFieldStart(name));
    }

    public JsonWriter endArray() {
        return step(JsonGenerator::writeEndArray);
    }

    private JsonWriter step(Step step) {
        try {
            step.on(generator);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
