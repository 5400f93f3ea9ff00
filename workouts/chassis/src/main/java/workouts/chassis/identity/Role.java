package workouts.chassis.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// On which side of a training somebody stands.
public enum Role {
    TRAINER,
    ATTENDEE;

    /// As tokens and answers spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
