package ballast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Who may know whom. A new arrow is a decision: draw it here and in docs/architecture.md first.
final class DirectionsTest {
    /// Room → rooms it may use besides itself.
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("types", Set.of()),
            Map.entry("guard", Set.of()),
            Map.entry("ledger", Set.of("guard")),
            Map.entry("statestorage", Set.of("types", "guard")),
            Map.entry("journal", Set.of("guard")),
            Map.entry("consensus", Set.of("guard")),
            Map.entry("consensus.ratis", Set.of("consensus", "guard")),
            Map.entry("virtualmachine", Set.of("types", "guard", "ledger", "journal", "consensus")),
            Map.entry("history", Set.of("types", "guard", "ledger", "journal")),
            Map.entry("publicapi", Set.of("types", "guard", "ledger", "publicapi.json")),
            Map.entry("publicapi.json", Set.of("ledger")),
            Map.entry("stress", Set.of()),
            Map.entry("client", Set.of("types")),
            Map.entry("cli", Set.of("client")),
            Map.entry(
                    "node",
                    Set.of(
                            "types",
                            "guard",
                            "ledger",
                            "statestorage",
                            "journal",
                            "consensus",
                            "consensus.ratis",
                            "virtualmachine",
                            "history",
                            "publicapi",
                            "stress")));

    /// A library → the only rooms that may know it.
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "io.vertx", Set.of("publicapi"),
            "io.netty", Set.of("publicapi"),
            "com.fasterxml", Set.of("publicapi.json", "cli"),
            "io.grpc", Set.of("client"),
            "org.apache.ratis", Set.of("consensus.ratis"),
            "org.rocksdb", Set.of("statestorage"),
            "picocli", Set.of("node", "cli"),
            "io.micrometer", Set.of("publicapi", "node"),
            "ch.qos.logback", Set.of("node"),
            "org.slf4j", Set.of("node"));

    @Test
    void everyRoomUsesOnlyTheRoomsThatItMay() {
        var found = new TreeMap<String, Set<String>>();
        for (var type : ProductionCode.CLASSES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (target.getPackageName().startsWith("ballast.")
                        && !room(target).equals(room(type))) {
                    found.computeIfAbsent(room(type), room -> new TreeSet<>()).add(room(target));
                }
            }
        }
        found.forEach((room, used) ->
                assertThat(used).describedAs("what %s uses", room).isSubsetOf(ALLOWED.getOrDefault(room, Set.of())));
        assertThat(found).describedAs("rooms that use others").hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void everyLibraryIsKnownInItsOwnRoomsOnly() {
        var seen = new TreeSet<String>();
        for (var type : ProductionCode.CLASSES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                LIBRARIES.forEach((library, rooms) -> {
                    if (dependency.getTargetClass().getPackageName().startsWith(library)) {
                        seen.add(library);
                        assertThat(rooms)
                                .describedAs("rooms that may use %s, used by %s", library, type.getName())
                                .contains(room(type));
                    }
                });
            }
        }
        assertThat(seen)
                .describedAs("libraries seen")
                .contains("io.vertx", "org.apache.ratis", "org.rocksdb", "picocli");
    }

    @Test
    void theCoreImportsTheJdkAndNothingElse() {
        for (var type : ProductionCode.CLASSES) {
            if (Set.of("ledger", "journal", "consensus", "guard").contains(room(type))) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    assertThat(dependency.getTargetClass().getPackageName())
                            .describedAs(dependency.getDescription())
                            .matches("(java|ballast|org\\.jspecify)(\\..*)?|");
                }
            }
        }
    }

    private static String room(JavaClass type) {
        var room = ProductionCode.room(type);
        return room.startsWith("types.") ? "types" : room;
    }
}
