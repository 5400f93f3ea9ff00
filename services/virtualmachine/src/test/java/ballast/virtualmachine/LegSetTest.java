package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegSetTest {
    @Test
    void beginsWithNone() {
        assertThat(LegSet.NONE.isEmpty()).isTrue();
        assertThat(LegSet.NONE.legs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 64, 127, 128, 191, 192, 255})
    void hasTheOneLegThatWasAdded(int leg) {
        var set = LegSet.NONE.with(leg);
        assertThat(set.isEmpty()).isFalse();
        assertThat(set.legs()).containsExactly(leg);
        assertThat(set.with(leg)).isEqualTo(set);
    }

    @Test
    void listsLegsInAscendingOrder() {
        var set = LegSet.NONE.with(255).with(64).with(3).with(130).with(65).with(0);
        assertThat(set.legs()).isEqualTo(List.of(0, 3, 64, 65, 130, 255));
    }
}
