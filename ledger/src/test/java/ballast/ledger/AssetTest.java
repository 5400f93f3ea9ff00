package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Z",
                "USD",
                "UNIT",
                "A1",
                "A_",
                "Z9_Z9",
                "ABCDEFGHIJKLMNOP",
                "USD/0",
                "USD/2",
                "USD/9",
                "USD/10",
                "BTC/18",
                "X/38",
                "ABCDEFGHIJKLMNOP/38"
            })
    void isAnUpperCaseNameThatMayShowItsDecimals(String text) {
        assertThat(Asset.parse(text)).isEqualTo(new Parsed.Valid<>(new Asset(text)));
        assertThat(new Asset(text)).hasToString(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                | asset is missing
            usd               | asset has 'u' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            1A                | asset has '1' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            _A                | asset has '_' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            /2                | asset has '/' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            @                 | asset has '@' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            [                 | asset has '[' at place 1 (allowed: A-Z, then A-Z 0-9 _)
            USd               | asset has 'd' at place 3 (allowed: A-Z, then A-Z 0-9 _)
            US-D              | asset has '-' at place 3 (allowed: A-Z, then A-Z 0-9 _)
            US:               | asset has ':' at place 3 (allowed: A-Z, then A-Z 0-9 _)
            ÄB                | asset has U+00C4 at place 1 (allowed: A-Z, then A-Z 0-9 _)
            ABCDEFGHIJKLMNOP- | asset has '-' at place 17 (allowed: A-Z, then A-Z 0-9 _)
            ABCDEFGHIJKLMNOPQ | asset has a name of 17 characters (at most: 16)
            USD/              | asset has other decimals than 0 to 38 after the slash
            X/x               | asset has other decimals than 0 to 38 after the slash
            USD/39            | asset has other decimals than 0 to 38 after the slash
            USD/40            | asset has other decimals than 0 to 38 after the slash
            USD/02            | asset has other decimals than 0 to 38 after the slash
            USD/100           | asset has other decimals than 0 to 38 after the slash
            USD/x             | asset has other decimals than 0 to 38 after the slash
            USD/1x            | asset has other decimals than 0 to 38 after the slash
            USD/1:            | asset has other decimals than 0 to 38 after the slash
            USD/:1            | asset has other decimals than 0 to 38 after the slash
            USD/1/            | asset has other decimals than 0 to 38 after the slash
            USD//             | asset has other decimals than 0 to 38 after the slash
            """)
    void saysWhatIsWrongWithAnythingElse(String text, String flaw) {
        assertThat(Asset.parse(text)).isEqualTo(new Parsed.Invalid<>(flaw));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Asset(text))
                .withMessage(flaw);
    }

    @Test
    void theFirstInterfaceKnewOneAsset() {
        assertThat(Asset.UNIT).hasToString("UNIT");
    }
}
