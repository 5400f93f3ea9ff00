package workouts.demo.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A file of the page, with what its answers say of it. Its bytes are never written to.
final class Asset {
    /// The build puts a hash of the content into the name of what lies here.
    private static final String HASHED = "assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final int TAG_BYTES = 8;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final byte[] NOTHING = new byte[0];
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final String type;
    private final String cache;
    private final String tag;
    private final byte[] content;
    private final byte[] gzipped;

    Asset(String path, byte[] content) {
        this.type = type(path);
        this.cache = path.startsWith(HASHED) ? FOR_EVER : ASK_EACH_TIME;
        // weak, as it is the same for both forms
        this.tag = "W/\"" + HexFormat.of().formatHex(sha256(content), 0, TAG_BYTES) + "\"";
        this.content = content;
        this.gzipped = gzip(content);
    }

    /// Changes with the content.
    String tag() {
        return tag;
    }

    Reply unchanged() {
        return marked(NOT_MODIFIED, NOTHING);
    }

    /// @param mayBeGzipped whether who asks could read that; it is done where it gains something
    Reply whole(boolean mayBeGzipped) {
        return mayBeGzipped && gzipped.length < content.length
                ? marked(OK, gzipped).with("Content-Encoding", "gzip")
                : marked(OK, content);
    }

    private Reply marked(int status, byte[] body) {
        return Reply.of(status, type, cache, body).with("ETag", tag).with("Vary", "Accept-Encoding");
    }

    private static String type(String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail like a disk", e);
        }
        return packed.toByteArray();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
