package ballast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// STYLE.md, as far as a machine can read it.
final class HouseStyleTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> VAGUE_SEGMENTS = Set.of(
            "util", "utils", "common", "helper", "helpers", "misc", "base", "core", "impl", "internal", "shared");

    @Test
    void noPackageHasAVagueName() {
        for (var type : ours()) {
            assertThat(type.getPackageName().split("\\.", -1)).doesNotContainAnyElementsOf(VAGUE_SEGMENTS);
        }
    }

    @Test
    void noTypeHasAVagueName() {
        for (var type : ours()) {
            assertThat(type.getSimpleName()).doesNotMatch(".*(Manager|Processor|Helper|Impl|Utils|Util)");
        }
    }

    @Test
    void answersOfPublicTypesAreNounsWithoutGet() {
        for (var type : ours()) {
            for (var method : type.getMethods()) {
                boolean isRpc = method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getPackageName().startsWith("ballast.types")
                                || parameter.getPackageName().startsWith("workouts.contracts"));
                if (isPublic(type)
                        && !isRpc
                        && !isNamedByALibrary(type, method)
                        && method.getModifiers().contains(JavaModifier.PUBLIC)) {
                    assertThat(method.getName())
                            .describedAs(method.getFullName())
                            .doesNotMatch("get[A-Z].*");
                }
            }
        }
    }

    /// Of the server only: a service in layers has its layers in packages, and so more that is public.
    @Test
    void atLeastHalfOfTheTypesAreNotPublic() {
        var ours = ours().stream()
                .filter(type -> type.getPackageName().startsWith("ballast"))
                .toList();
        long open = ours.stream().filter(HouseStyleTest::isPublic).count();
        assertThat(open * 2).describedAs("public types, of %d", ours.size()).isLessThanOrEqualTo(ours.size());
    }

    @Test
    void enoughWasScanned() {
        assertThat(ours()).hasSizeGreaterThan(60);
        assertThat(ours())
                .filteredOn(type -> type.getPackageName().startsWith("workouts"))
                .hasSizeGreaterThan(60);
        assertThat(sources()).hasSizeGreaterThan(100);
    }

    @Test
    void filesAreShort() {
        var lengths =
                sources().stream().map(file -> lines(file).size()).sorted().toList();
        for (var file : sources()) {
            assertThat(lines(file)).describedAs(file.toString()).hasSizeLessThanOrEqualTo(500);
        }
        assertThat(lengths.get(lengths.size() / 2))
                .describedAs("median length of a file")
                .isLessThan(120);
    }

    @Test
    void everySuppressionGivesItsReasonOnTheSameLine() {
        var suppression = Pattern.compile("^\\s*@SuppressWarnings\\(.*\\)");
        for (var file : sources()) {
            for (var line : lines(file)) {
                if (suppression.matcher(line).find()) {
                    assertThat(line).describedAs(file.toString()).contains(") // ");
                }
            }
        }
    }

    @Test
    void noTestSleepsIsSwitchedOffOrMocks() {
        var banned = Pattern.compile("Thread\\.sleep|@Disabled|org\\.mockito|net\\.jqwik|TimeUnit\\.\\w+\\.sleep");
        for (var file : sources()) {
            if (!file.endsWith("HouseStyleTest.java")) {
                assertThat(String.join("\n", lines(file)))
                        .describedAs(file.toString())
                        .doesNotContainPattern(banned);
            }
        }
    }

    @Test
    void everyPackageOpensWithItsPurpose() {
        for (var file : sources()) {
            if (file.toString().contains("/src/main/")) {
                var purpose = file.resolveSibling("package-info.java");
                assertThat(purpose).exists();
                assertThat(lines(purpose).getFirst())
                        .describedAs(purpose.toString())
                        .startsWith("/// ");
            }
        }
    }

    @Test
    void everyTestThatADocumentNamesExists() throws IOException {
        var names = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        var mention = Pattern.compile("`([A-Z]\\w+(?:Test|Spec|(?<=[a-z])IT|E2e|Stress|Chaos|Acceptance))\\b");
        int mentions = 0;
        try (Stream<Path> documents = Files.walk(ROOT.resolve("docs"))) {
            for (var document :
                    documents.filter(file -> file.toString().endsWith(".md")).toList()) {
                var matcher = mention.matcher(Files.readString(document));
                while (matcher.find()) {
                    mentions++;
                    assertThat(names).describedAs("%s names a test", document).contains(matcher.group(1));
                }
            }
        }
        assertThat(mentions).describedAs("tests named by documents").isGreaterThan(20);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /// Whether the method is there because a library calls it by this name.
    private static boolean isNamedByALibrary(JavaClass type, JavaMethod method) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(parent -> !parent.getPackageName().matches("(ballast|workouts)\\..*"))
                .flatMap(parent -> parent.getMethods().stream())
                .anyMatch(inherited -> inherited.getName().equals(method.getName()));
    }

    /// Top-level types that we wrote: no generated messages, no test kits.
    private static List<JavaClass> ours() {
        return Stream.concat(ProductionCode.CLASSES.stream(), ProductionCode.WORKOUTS.stream())
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().startsWith("ballast.types"))
                .filter(type -> !type.getPackageName().startsWith("workouts.contracts"))
                .filter(type -> !type.getPackageName().endsWith(".testing"))
                .toList();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("setup: cannot list the sources", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException("setup: cannot read " + file, e);
        }
    }
}
