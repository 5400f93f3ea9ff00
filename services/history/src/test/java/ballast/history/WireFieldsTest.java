package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Outcome;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WireFieldsTest {
    @Test
    void walksOverFieldsOfEveryKind() {
        var outcome = Outcome.newBuilder()
                .setPosition(Long.MAX_VALUE)
                .setTimeMillis(-1)
                .build();
        var fields = new WireFields().over(outcome.toByteArray());
        List<Long> values = new ArrayList<>();
        while (fields.next()) {
            values.add(fields.value);
        }
        assertThat(values).containsExactly(Long.MAX_VALUE, -1L);
        fields.over(Int128.newBuilder().setHigh(5).setLow(6).build().toByteArray());
        assertThat(fields.next()).isTrue();
        assertThat(fields.next()).isTrue();
        assertThat(fields.next()).isFalse();
        fields.over(HexFormat.of().parseHex("0d01020304")); // field 1, four bytes
        assertThat(fields.next()).isTrue();
        assertThat(fields.next()).isFalse();
        assertThat(fields.to - fields.from).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "0b, no field",
        "0a05ff, a field of 5 bytes",
        "0affffffffffffffffff01, a field of -1 bytes",
        "08ff, no number",
        "08ffffffffffffffffffffff01, no number",
        "0901, a field of 8 bytes",
    })
    void refusesWhatIsNoMessage(String hex, String flaw) {
        var fields = new WireFields().over(HexFormat.of().parseHex(hex));
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(fields::next)
                .withMessageStartingWith(flaw);
    }
}
