package ballast.publicapi;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The text that names the next page of a listing: the place and the position that all pages are as of, behind a digest
/// of them and of what was asked. It holds for as long as the history does, on every node.
///
/// The digest is against mistakes, not against malice: whoever may ask may ask for any page.
final class Cursor {
    private static final int DIGEST_BYTES = 8;
    private static final int TEXT_MAX = 512;

    private Cursor() {}

    /// @param query what is asked, without page and limit
    /// @param page the fields of the same message that make the next page
    static String text(Message query, Message page) {
        var place = page.toByteString();
        var bytes = digest(query, place).concat(place).toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The fields that a text stands for.
    ///
    /// @throws InvalidArgumentException unless it was made for the same query
    static ByteString page(Message query, String text) {
        byte[] bytes;
        try {
            bytes = text.length() > TEXT_MAX
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        if (bytes.length < DIGEST_BYTES) {
            throw foreign();
        }
        var place = ByteString.copyFrom(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES);
        if (!digest(query, place).equals(ByteString.copyFrom(bytes, 0, DIGEST_BYTES))) {
            throw foreign();
        }
        return place;
    }

    private static ByteString digest(Message query, ByteString place) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(query.getDescriptorForType().getFullName().getBytes(StandardCharsets.US_ASCII));
            var asked = query.toByteArray();
            sha256.update((byte) asked.length);
            sha256.update(asked);
            sha256.update(place.toByteArray());
            return ByteString.copyFrom(Arrays.copyOf(sha256.digest(), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static InvalidArgumentException foreign() {
        return new InvalidArgumentException(
                "cursor",
                "is not one of this listing (expected: the 'next' of an answer, with the same parameters as there)");
    }
}
