package workouts.users.domain.person;

/// A person as their last visit has shown them.
///
/// @param name what others call them; not blank, at most [#NAME_CHARACTERS_MAX] characters
public record Person(PersonId id, String name, Role role) {
    public static final int NAME_CHARACTERS_MAX = 200;
    private static final String NAMELESS = "?";

    public Person {
        if (name.isBlank() || name.codePointCount(0, name.length()) > NAME_CHARACTERS_MAX) {
            throw new IllegalArgumentException("a name must have 1 to %d characters".formatted(NAME_CHARACTERS_MAX));
        }
    }

    /// A person by any name that a token may hold: what cannot be kept or shown is left out, and the end of a long
    /// one.
    public static Person of(PersonId id, String name, Role role) {
        var kept = name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                // half of a character
                .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                .limit(NAME_CHARACTERS_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Person(id, kept.isBlank() ? NAMELESS : kept, role);
    }

    /// The name stays out of logs.
    @Override
    public String toString() {
        return "Person[" + id + ", " + role + "]";
    }
}
