package ballast.publicapi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Decodes application/x-www-form-urlencoded text: `%XX` is a byte, `+` a blank, and the bytes are UTF-8. Whatever does
/// not decode is refused; nothing is guessed or replaced.
final class FormText {
    private FormText() {}

    /// The text between two places.
    ///
    /// @throws HttpRefusedException 400 if it does not decode
    static String decode(String encoded, int from, int to) {
        for (int index = from; index < to; index++) {
            if (!isPlain(encoded.charAt(index))) {
                return decodeBytes(encoded, from, to);
            }
        }
        return encoded.substring(from, to);
    }

    private static boolean isPlain(char character) {
        return character > ' ' && character < 0x7f && character != '%' && character != '+';
    }

    private static String decodeBytes(String encoded, int from, int to) {
        var bytes = ByteBuffer.allocate(to - from);
        int index = from;
        while (index < to) {
            char character = encoded.charAt(index);
            if (character == '%') {
                bytes.put(escaped(encoded, index, to));
                index += 3;
            } else if (character == '+') {
                bytes.put((byte) ' ');
                index++;
            } else if (isPlain(character)) {
                bytes.put((byte) character);
                index++;
            } else {
                throw HttpRefusedException.badRequest(
                        "character U+%04X must be percent-encoded".formatted((int) character));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw HttpRefusedException.badRequest("percent-encoding is not valid UTF-8");
        }
    }

    private static byte escaped(String encoded, int index, int to) {
        if (index + 2 >= to
                || !HexFormat.isHexDigit(encoded.charAt(index + 1))
                || !HexFormat.isHexDigit(encoded.charAt(index + 2))) {
            throw HttpRefusedException.badRequest("percent-encoding is broken (expected: %XX, hexadecimal)");
        }
        return (byte) HexFormat.fromHexDigits(encoded, index + 1, index + 3);
    }
}
