package ballast.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenedTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void closesInTheOppositeOrderAndOnce() {
        var opened = new Opened();
        opened.add(() -> closed.add("folder"));
        opened.add(() -> closed.add("log"));
        opened.add(() -> closed.add("server"));
        opened.close();
        opened.close();
        assertThat(closed).containsExactly("server", "log", "folder");
    }

    @Test
    void closesTheRestWhenOneFails() {
        var opened = new Opened();
        opened.add(() -> closed.add("folder"));
        opened.add(() -> {
            throw new IllegalStateException("the disk is gone");
        });
        opened.close();
        assertThat(closed).containsExactly("folder");
    }
}
