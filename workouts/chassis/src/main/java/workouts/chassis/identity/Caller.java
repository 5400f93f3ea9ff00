package workouts.chassis.identity;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;

/// Who sends a request, as their token says. A controller takes one as a parameter.
public record Caller(UUID uuid, String name, Role role) {
    /// This caller, if in one of the roles.
    ///
    /// @throws Problem 403 `invalid-role` if not
    public Caller as(Role... roles) {
        if (!Arrays.asList(roles).contains(role)) {
            throw invalidRole(roles);
        }
        return this;
    }

    static Problem invalidRole(Role... roles) {
        var those = Arrays.stream(roles).map(role -> role.word() + "s").collect(Collectors.joining(" and "));
        return new Problem(Kind.FORBIDDEN, "invalid-role", "this is for " + those);
    }

    /// The name stays out of logs.
    @Override
    public String toString() {
        return "Caller[" + uuid + ", " + role + "]";
    }
}
