package ballast.publicapi.spec;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A response as it came over HTTP/1.1.
record RawResponse(int status, Map<String, String> headers, String body) {
    static RawResponse read(InputStream input, boolean toHead) {
        try {
            int status = Integer.parseInt(line(input).split(" ", 3)[1]);
            var headers = new TreeMap<String, String>();
            for (var line = line(input); !line.isEmpty(); line = line(input)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            if (!toHead && "chunked".equals(headers.get("transfer-encoding"))) {
                return new RawResponse(status, headers, chunks(input));
            }
            int length = toHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new RawResponse(status, headers, new String(input.readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By its name in lower case.
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static String chunks(InputStream input) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(input), 16); length > 0; length = Integer.parseInt(line(input), 16)) {
            body.write(input.readNBytes(length));
            line(input);
        }
        line(input);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String line(InputStream input) throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended inside a response, after '%s'".formatted(line));
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
