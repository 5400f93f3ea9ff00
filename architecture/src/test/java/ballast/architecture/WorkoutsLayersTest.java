package ballast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may know whom in the services of `workouts`: ports → app → domain ← adapters, and no service another.
final class WorkoutsLayersTest {
    private static final Set<String> SERVICES = Set.of("trainer", "users", "trainings");

    /// Layer → the layers of the same service that it may use besides itself. The root wires everything.
    private static final Map<String, Set<String>> LAYERS = Map.of(
            "domain", Set.of(),
            "app", Set.of("domain"),
            "ports", Set.of("app", "domain"),
            "adapters", Set.of("app", "domain"),
            "root", Set.of("domain", "app", "ports", "adapters"));

    /// Layer → the packages outside of its service that it may use besides the JDK and JSpecify.
    private static final Map<String, Set<String>> OUTSIDE = Map.of(
            "domain", Set.of(),
            "app",
                    Set.of(
                            "org.slf4j",
                            "workouts.chassis.handlers",
                            "workouts.chassis.problems",
                            "workouts.chassis.failpoints"));

    @Test
    void everyLayerUsesOnlyTheLayersThatItMay() {
        var arrows = new TreeSet<String>();
        for (var type : ProductionCode.WORKOUTS) {
            if (isOfAService(type)) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    if (room(target).equals(room(type)) && !layer(target).equals(layer(type))) {
                        arrows.add(layer(type) + " → " + layer(target));
                        assertThat(LAYERS.get(layer(type)))
                                .describedAs(dependency.getDescription())
                                .contains(layer(target));
                    }
                }
            }
        }
        assertThat(arrows).contains("app → domain", "adapters → domain");
    }

    @Test
    void noServiceKnowsAnother() {
        for (var type : ProductionCode.WORKOUTS) {
            var others = new TreeSet<>(SERVICES);
            others.remove(room(type));
            if (!room(type).equals("demo")) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    assertThat(target.getPackageName().startsWith("workouts.") && others.contains(room(target)))
                            .describedAs(dependency.getDescription())
                            .isFalse();
                }
            }
        }
        assertThat(ProductionCode.WORKOUTS.stream().map(WorkoutsLayersTest::room))
                .contains("trainer", "trainings", "chassis", "contracts");
    }

    @Test
    void domainAndApplicationKnowNoFramework() {
        var seen = new TreeSet<String>();
        for (var type : ProductionCode.WORKOUTS) {
            if (isOfAService(type) && OUTSIDE.containsKey(layer(type))) {
                seen.add(room(type) + " " + layer(type));
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    assertThat(isJdk(target)
                                    || room(target).equals(room(type))
                                    || OUTSIDE.getOrDefault(layer(type), Set.of()).stream()
                                            .anyMatch(name -> isIn(target, name)))
                            .describedAs(dependency.getDescription())
                            .isTrue();
                }
            }
        }
        assertThat(seen).contains("trainer domain", "trainings domain", "trainings app");
    }

    @Test
    void onlyTheAdaptersOfUsersKnowTheLedgerAndOnlyItsClient() {
        for (var type : ProductionCode.WORKOUTS) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (isIn(target, "ballast")) {
                    assertThat(isIn(target, "ballast.client") && knowsTheLedger(type))
                            .describedAs(dependency.getDescription())
                            .isTrue();
                }
            }
        }
        assertThat(ProductionCode.CLASSES.stream().anyMatch(type -> isIn(type, "ballast.client")))
                .isTrue();
    }

    @Test
    void theChassisKnowsNoBusinessAndTheServerNoApplication() {
        for (var type : ProductionCode.WORKOUTS) {
            if (room(type).equals("chassis")) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    assertThat(isIn(target, "workouts") && !isIn(target, "workouts.chassis"))
                            .describedAs(dependency.getDescription())
                            .isFalse();
                }
            }
        }
        for (var type : ProductionCode.CLASSES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                assertThat(isIn(dependency.getTargetClass(), "workouts"))
                        .describedAs(dependency.getDescription())
                        .isFalse();
            }
        }
    }

    @Test
    void onlyTheSurroundingsKnowTimeAndChance() {
        var callers = new TreeSet<String>();
        for (var type : ProductionCode.WORKOUTS) {
            for (var call : type.getMethodCallsFromSelf()) {
                var target = call.getTarget();
                if (isRealTimeOrChance(target.getOwner(), target.getName())) {
                    callers.add(type.getName());
                }
            }
            for (var reference : type.getMethodReferencesFromSelf()) {
                if (isRealTimeOrChance(
                        reference.getTarget().getOwner(), reference.getTarget().getName())) {
                    callers.add(type.getName());
                }
            }
        }
        assertThat(callers).contains("workouts.chassis.Surroundings").allMatch(WorkoutsLayersTest::mayBeReal);
    }

    @Test
    void everyLayerHasARule() {
        var layers = ProductionCode.WORKOUTS.stream()
                .filter(WorkoutsLayersTest::isOfAService)
                .map(WorkoutsLayersTest::layer)
                .collect(Collectors.toSet());
        assertThat(LAYERS.keySet()).containsAll(layers);
    }

    private static boolean mayBeReal(String name) {
        return name.equals("workouts.chassis.Surroundings") || name.startsWith("workouts.demo.");
    }

    private static boolean isRealTimeOrChance(JavaClass owner, String method) {
        return isCalled(owner, Clock.class, method, "system.*")
                || isCalled(owner, Instant.class, method, "now")
                || isCalled(owner, UUID.class, method, "randomUUID")
                || isCalled(owner, System.class, method, "currentTimeMillis");
    }

    private static boolean isCalled(JavaClass owner, Class<?> wanted, String method, String name) {
        return owner.isEquivalentTo(wanted) && method.matches(name);
    }

    private static boolean knowsTheLedger(JavaClass type) {
        // the root opens and closes the client
        return isIn(type, "workouts.users.adapters") || type.getPackageName().equals("workouts.users");
    }

    private static boolean isOfAService(JavaClass type) {
        return SERVICES.contains(room(type));
    }

    private static String room(JavaClass type) {
        var segments = type.getPackageName().split("\\.", -1);
        return segments.length > 1 && segments[0].equals("workouts") ? segments[1] : "";
    }

    /// `workouts.trainer.app.command` is `app`; what lies directly in `workouts.trainer` is the root.
    private static String layer(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\.", -1))
                .skip(2)
                .findFirst()
                .orElse("root");
    }

    private static boolean isJdk(JavaClass type) {
        return type.isPrimitive()
                || (type.isArray() && isJdk(type.getBaseComponentType()))
                || isIn(type, "java")
                || isIn(type, "org.jspecify");
    }

    private static boolean isIn(JavaClass type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
