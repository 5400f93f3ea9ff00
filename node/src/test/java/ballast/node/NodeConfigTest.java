package ballast.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeConfigTest {
    private static final NodeConfig.Overrides NONE =
            new NodeConfig.Overrides(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path temporary;

    @Test
    void hasADefaultForEverything() {
        var config = NodeConfig.read(Optional.empty(), NONE);
        assertThat(config.data()).isEqualTo(Path.of("data"));
        assertThat(config.bind()).isEqualTo("127.0.0.1");
        for (var setting : Setting.values()) {
            assertThat(config.number(setting)).isEqualTo(setting.byDefault());
            assertThat(setting.problem(Long.toString(setting.byDefault()))).isEmpty();
        }
    }

    @Test
    void theCommandLineWinsOverTheFile() throws IOException {
        var file = file("port=9000", "bind=127.0.0.2", "data=elsewhere", "checkpoint.blocks=7");
        var config = NodeConfig.read(
                Optional.of(file),
                new NodeConfig.Overrides(Optional.of(Path.of("here")), Optional.empty(), Optional.of("0")));
        assertThat(config.data()).isEqualTo(Path.of("here"));
        assertThat(config.bind()).isEqualTo("127.0.0.2");
        assertThat(config.number(Setting.PORT)).isZero();
        assertThat(config.smallNumber(Setting.CHECKPOINT_BLOCKS)).isEqualTo(7);
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        var file = file("port=70000", "checkpoint.blocks=many", "chekpoint.bytes=1", "bind=");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NodeConfig.read(Optional.of(file), NONE))
                .satisfies(e -> assertThat(e.problems())
                        .anySatisfy(line ->
                                assertThat(line).isEqualTo("port: '70000' (expected: a whole number from 0 to 65535)"))
                        .anySatisfy(line -> assertThat(line)
                                .isEqualTo("checkpoint.blocks: 'many' (expected: a whole number from 1 to 1000000)"))
                        .anySatisfy(
                                line -> assertThat(line).startsWith("chekpoint.bytes: unknown (expected: data, bind,"))
                        .anySatisfy(line -> assertThat(line).startsWith("bind: ''"))
                        .hasSize(4));
    }

    @Test
    void namesAFileThatCannotBeRead() {
        var missing = temporary.resolve("missing.properties");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NodeConfig.read(Optional.of(missing), NONE))
                .withMessageContaining("configuration file " + missing + " cannot be read");
    }

    @Test
    void theOperatorsManualListsEverySetting() throws IOException {
        var manual = Files.readString(Path.of("../docs/operating.md"));
        assertThat(Arrays.stream(Setting.values()).map(Setting::row))
                .allSatisfy(row -> assertThat(manual).contains(row));
    }

    private Path file(String... lines) throws IOException {
        return Files.write(temporary.resolve("node.properties"), Arrays.asList(lines));
    }
}
