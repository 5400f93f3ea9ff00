package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which requests write things down.
final class TextFormsTest {
    @ParameterizedTest
    @CsvSource({
        "/a,                    /a,  ''",
        "/a?,                   /a,  ''",
        "/a?b=c,                /a,  b=c",
        "/a?b=c?d,              /a,  b=c?d",
        "/a?u=http://h/x,       /a,  u=http://h/x",
        "http://host/a?b,       /a,  b",
        "http://host:80/a,      /a,  ''",
        "http://host,           '',  ''",
        "*,                     '',  ''",
        "host:443,              '',  ''",
        "'',                    '',  ''"
    })
    void aTargetIsAPathAndAQuery(String target, String path, String query) {
        assertThat(Target.of(target)).isEqualTo(new Target(path, query));
    }

    @ParameterizedTest
    @CsvSource({
        "abc,          abc",
        "a%62c,        abc",
        "a+c,          a c",
        "%2B,          +",
        "%c3%A9,       é",
        "%F0%9F%92%B0, 💰"
    })
    void formTextIsDecoded(String encoded, String text) {
        assertThat(FormText.decode(encoded, 0, encoded.length())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%1",
                "a%",
                "a%f",
                "%g0",
                "%0g",
                "%-1",
                "%%30",
                "é",
                "a b",
                "a\u0000",
                "a\u007f",
                "%80",
                "%c3",
                "%c0%80",
                "%ed%a0%80",
                "%f4%90%80%80"
            })
    void formTextThatDoesNotDecodeIsRefused(String encoded) {
        assertThatThrownBy(() -> FormText.decode(encoded, 0, encoded.length()))
                .isInstanceOf(HttpRefusedException.class)
                .hasNoCause();
    }

    @Test
    void decodingStopsAtItsEnd() {
        assertThat(FormText.decode("abc%41d", 1, 3)).isEqualTo("bc");
        assertThatThrownBy(() -> FormText.decode("abc%41d", 1, 5)).isInstanceOf(HttpRefusedException.class);
    }

    @Test
    void parametersOfQueryAndBodyComeTogether() {
        var parameters = new Parameters(List.of("from", "to"));
        parameters.read("from=a").read("to=b%63");
        assertThat(parameters.required("from")).isEqualTo("a");
        assertThat(parameters.required("to")).isEqualTo("bc");
    }

    @Test
    void aNameMayBeEncodedButCountsOnce() {
        var parameters = new Parameters(List.of("from"));
        assertThat(parameters.read("%66rom=a=b").required("from")).isEqualTo("a=b");
        assertThatThrownBy(() -> parameters.read("from=c")).hasMessageContaining("more than once");
    }

    @ParameterizedTest
    @CsvSource({
        "8e03978e-40d5-43dd-bc93-6894a57f9324,     true",
        "8E03978E-40D5-43DD-BC93-6894A57F9324,     true",
        "00000000-0000-0000-0000-000000000000,     true",
        "8e03978e-40d5-43dd-bc93-6894a57f932,      false",
        "8e03978e-40d5-43dd-bc93-6894a57f93245,    false",
        "8e03978e040d5-43dd-bc93-6894a57f9324,     false",
        "8e03978-e40d5-43dd-bc93-6894a57f9324,     false",
        "8g03978e-40d5-43dd-bc93-6894a57f9324,     false",
        "1-1-1-1-1,                                false",
        "'',                                       false"
    })
    void aUuidHasOneForm(String text, boolean isUuid) {
        assertThat(TransactionId.isText(text)).isEqualTo(isUuid);
    }

    @Test
    void anIdIsTheSameInBothForms() {
        var id = UUID.fromString("8e03978e-40d5-43dd-bc93-6894a57f9324");
        assertThat(TransactionId.bytes(id).size()).isEqualTo(16);
        assertThat(TransactionId.bytes(id).byteAt(0)).isEqualTo((byte) 0x8e);
        assertThat(TransactionId.text(TransactionId.bytes(id))).isEqualTo(id.toString());
    }

    @Test
    void onlyAShortPrintablePartIsRepeated() {
        assertThat(Printable.of("abc ~")).isEqualTo("abc ~");
        assertThat(Printable.of("a\nb\u001b[31m\u007fé")).isEqualTo("a?b?[31m??");
        assertThat(Printable.of("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(Printable.of("x".repeat(41))).isEqualTo("x".repeat(40) + "...");
    }

    @Test
    void aGrpcFrameHoldsOneMessage() {
        var message = ByteString.copyFromUtf8("abc");
        assertThat(GrpcFrame.message(GrpcFrame.of(message))).isEqualTo(message.toByteArray());
        assertThat(GrpcFrame.message(GrpcFrame.of(ByteString.EMPTY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                 INVALID_ARGUMENT",
        "00000000,           INVALID_ARGUMENT",
        "0000000003 6162,    INVALID_ARGUMENT",
        "0000000003 61626364, INVALID_ARGUMENT",
        "00ffffffff 616263,  INVALID_ARGUMENT",
        "0100000003 616263,  UNIMPLEMENTED",
        "ff00000003 616263,  UNIMPLEMENTED"
    })
    void aGrpcFrameThatIsNotOneWholeMessageIsRefused(String hex, GrpcStatus status) {
        var bytes = Buffer.buffer(HexFormat.of().parseHex(hex.replace(" ", "")));
        assertThatThrownBy(() -> GrpcFrame.message(bytes))
                .isInstanceOfSatisfying(
                        GrpcRefusedException.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(status));
    }
}
