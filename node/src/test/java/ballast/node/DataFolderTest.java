package ballast.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void makesANewFolderAndOpensItAgain() {
        var path = temporary.resolve("new/data");
        DataFolder.open(path).close();
        try (var folder = DataFolder.open(path)) {
            assertThat(folder.root()).isEqualTo(path);
            assertThat(folder.journal()).isEqualTo(path.resolve("groups/1/journal"));
            assertThat(folder.log()).isEqualTo(path.resolve("groups/1/log"));
            assertThat(folder.state()).isEqualTo(path.resolve("groups/1/state"));
            assertThat(folder.history()).isEqualTo(path.resolve("groups/1/history"));
        }
    }

    @Test
    void refusesAFolderInUseAndNamesItsOwner() {
        try (var folder = DataFolder.open(temporary)) {
            assertThatExceptionOfType(DataFolderException.class)
                    .isThrownBy(() -> DataFolder.open(folder.root()))
                    .withMessage(
                            "data folder %s is in use by process %d (expected: one process a folder)",
                            temporary, ProcessHandle.current().pid());
        }
    }

    @Test
    void refusesAFolderOfAnotherVersionAndLeavesItUnlocked() throws IOException {
        Files.writeString(temporary.resolve("ballast.version"), "ballast data 99\n");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(DataFolderException.class)
                    .isThrownBy(() -> DataFolder.open(temporary))
                    .withMessage(
                            "data folder %s was written by another version of Ballast: 'ballast data 99'"
                                    + " (expected: 'ballast data 2')",
                            temporary);
        }
    }

    @Test
    void refusesAFolderWithOtherFiles() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "chapter one");
        assertThatExceptionOfType(DataFolderException.class)
                .isThrownBy(() -> DataFolder.open(temporary))
                .withMessageContaining("holds other files");
    }

    @Test
    void refusesAFile() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "");
        assertThatExceptionOfType(DataFolderException.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageContaining("is a file");
    }

    @Test
    void onlyLooksAtAFolderThatIsThere() {
        assertThatExceptionOfType(DataFolderException.class)
                .isThrownBy(() -> DataFolder.openExisting(temporary))
                .withMessageContaining("holds no Ballast data");
        assertThat(temporary).isEmptyDirectory();
    }
}
