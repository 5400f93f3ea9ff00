package ballast.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The same blocks give the same bytes on every replica, so the code that executes them can reach no clock, no chance
/// and no floating point. Time and ids come in through constructors; only `node` touches the real ones.
final class DeterminismTest {
    private static final String[] EVERYONE_BUT_THE_EDGES = {
        "ballast.ledger..",
        "ballast.virtualmachine..",
        "ballast.statestorage..",
        "ballast.journal..",
        "ballast.consensus",
        "ballast.history..",
        "ballast.publicapi.."
    };

    @Test
    void noClockOutsideTheEdges() {
        noClasses()
                .that()
                .resideInAnyPackage(EVERYONE_BUT_THE_EDGES)
                .should()
                .callMethodWhere(calls(System.class, "currentTimeMillis")
                        .or(calls(Instant.class, "now"))
                        .or(calls(LocalDateTime.class, "now"))
                        .or(calls(Clock.class, "systemUTC"))
                        .or(calls(Clock.class, "systemDefaultZone")))
                .check(ProductionCode.CLASSES);
    }

    @Test
    void noChanceOutsideTheEdges() {
        noClasses()
                .that()
                .resideInAnyPackage(EVERYONE_BUT_THE_EDGES)
                .should()
                .callMethodWhere(calls(UUID.class, "randomUUID").or(calls(Math.class, "random")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class, java.security.SecureRandom.class)
                .check(ProductionCode.CLASSES);
    }

    @Test
    void noFloatingPointWhereMoneyIs() {
        noClasses()
                .that()
                .resideInAnyPackage("ballast.ledger..", "ballast.virtualmachine..", "ballast.journal..")
                .should()
                .dependOnClassesThat(floatingPoint())
                .check(ProductionCode.CLASSES);
    }

    @Test
    void noThreadsInTheRulesOfMoney() {
        noClasses()
                .that()
                .resideInAPackage("ballast.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio.file..", "java.net..")
                .check(ProductionCode.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String method) {
        return target(owner(type(owner))).and(target(name(method)));
    }

    private static DescribedPredicate<JavaClass> floatingPoint() {
        return type(float.class)
                .or(type(double.class))
                .or(type(Float.class))
                .or(type(Double.class))
                .as("floating point");
    }
}
