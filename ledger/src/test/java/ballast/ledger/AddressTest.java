package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    private static final String LONGEST = "x".repeat(64);
    private static final String ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-";

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "user1", "Bob.B_o:b@example-1.org", "-", "..", "world"})
    void namesAnAccount(String text) {
        assertThat(Address.parse(text)).isEqualTo(new Parsed.Valid<>(new Address(text)));
        assertThat(new Address(text)).hasToString(text);
    }

    @Test
    void hasAtMostSixtyFourCharacters() {
        assertThat(Address.parse(LONGEST)).isEqualTo(new Parsed.Valid<>(new Address(LONGEST)));
        assertThat(flaw(LONGEST + "x")).isEqualTo("address has 65 characters (at most: 64)");
        assertThat(flaw(LONGEST.substring(1) + "!"))
                .isEqualTo("address has '!' at place 64 (allowed: A-Z a-z 0-9 . _ : @ -)");
        assertThat(flaw(" ".repeat(1000))).isEqualTo("address has 1000 characters (at most: 64)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|address is missing",
                "' '|address has U+0020 at place 1 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "user 1|address has U+0020 at place 5 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "a/b|address has '/' at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "ab~!|address has '~' at place 3 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "a\u007f|address has U+007F at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "a\u0000|address has U+0000 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "us\u00e9r|address has U+00E9 at place 3 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "\u0430|address has U+0430 at place 1 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "\uff21|address has U+FF21 at place 1 (allowed: A-Z a-z 0-9 . _ : @ -)",
                "a\ud83d\ude00|address has U+1F600 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)",
            })
    void saysWhatIsWrongWithAText(@org.jspecify.annotations.Nullable String text, String expected) {
        var address = text == null ? "" : text;
        assertThat(flaw(address)).isEqualTo(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(address))
                .withMessage(expected);
    }

    @Test
    void takesExactlyTheListedCharacters() {
        for (char character = 0; character < 0x250; character++) {
            assertThat(Address.parse("" + character) instanceof Parsed.Valid)
                    .describedAs("U+%04X", (int) character)
                    .isEqualTo(ALLOWED.indexOf(character) >= 0);
        }
        assertThat(ALLOWED.getBytes(StandardCharsets.UTF_8)).hasSize(67);
    }

    @Test
    void tellsCapitalsFromSmallLetters() {
        assertThat(new Address("Bob")).isNotEqualTo(new Address("bob"));
    }

    private static String flaw(String text) {
        return switch (Address.parse(text)) {
            case Parsed.Invalid<Address>(String flaw) -> flaw;
            case Parsed.Valid<Address>(Address address) -> throw new AssertionError(address + " is an address");
        };
    }
}
