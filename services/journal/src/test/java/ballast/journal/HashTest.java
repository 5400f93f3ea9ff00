package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HashTest {
    @Test
    void isEqualByContent() {
        assertThat(Hash.of(new byte[32])).isEqualTo(Hash.ZERO).hasSameHashCodeAs(Hash.ZERO);
        assertThat(Blocks.digest(1)).isNotEqualTo(Blocks.digest(2)).isNotEqualTo("a text");
        assertThat(Set.of(Blocks.digest(1), Blocks.digest(2))).contains(Blocks.digest(2));
    }

    @Test
    void isPrintedInHexadecimal() {
        assertThat(Blocks.digest(0xab)).hasToString("ab".repeat(32));
    }

    @Test
    void sharesItsBytesWithNobody() {
        byte[] bytes = new byte[32];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[0] = 2;
        assertThat(hash).isEqualTo(Hash.ZERO);
    }

    @Test
    void hasThirtyTwoBytes() {
        for (int bytes : new int[] {0, 31, 33}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Hash.of(new byte[bytes]))
                    .withMessage("hash: %d bytes (expected: 32)".formatted(bytes));
        }
    }

    @Test
    void isReadFromAndPutIntoABuffer() {
        ByteBuffer buffer = ByteBuffer.allocate(40).position(4);
        Blocks.digest(7).putInto(buffer);
        assertThat(buffer.position()).isEqualTo(36);
        assertThat(Hash.at(4, buffer)).isEqualTo(Blocks.digest(7));
        assertThat(Blocks.digest(7).standsAt(4, buffer)).isTrue();
        assertThat(Blocks.digest(7).standsAt(5, buffer)).isFalse();
    }

    @Test
    void needsAPlatformThatKnowsTheDigest() {
        assertThat(Sha256.digest().getDigestLength()).isEqualTo(Hash.BYTES);
        assertThatIllegalStateException()
                .isThrownBy(() -> Sha256.digest("SHA-257"))
                .withMessage("this Java platform lacks SHA-257");
    }
}
