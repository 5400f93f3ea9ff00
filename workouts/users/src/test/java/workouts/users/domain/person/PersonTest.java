package workouts.users.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PersonTest {
    private static final PersonId ID = new PersonId(new UUID(0, 1));

    @Test
    void aNameIsKeptAsFarAsItCanBe() {
        assertThat(name("Ada")).isEqualTo("Ada");
        assertThat(name("A\0d\na")).isEqualTo("Ada");
        assertThat(name("Ada \ud83d")).isEqualTo("Ada ");
        assertThat(name("🐗".repeat(201))).isEqualTo("🐗".repeat(200));
        assertThat(name("\0")).isEqualTo("?");
    }

    @Test
    void aNameIsNeverBlankOrLonger() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Person(ID, " ", Role.TRAINER));
        assertThatIllegalArgumentException().isThrownBy(() -> new Person(ID, "x".repeat(201), Role.TRAINER));
    }

    @Test
    void aNameIsNotPrinted() {
        assertThat(Person.of(ID, "Ada", Role.ATTENDEE))
                .asString()
                .doesNotContain("Ada")
                .contains(ID.toString());
    }

    private static String name(String text) {
        return Person.of(ID, text, Role.ATTENDEE).name();
    }
}
