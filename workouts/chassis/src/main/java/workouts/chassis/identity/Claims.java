package workouts.chassis.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/// What a token has to say besides being genuine: `user_uuid`, `name`, `role`, and when it ends.
final class Claims implements OAuth2TokenValidator<Jwt> {
    private static final String UUID_CLAIM = "user_uuid";
    private static final String NAME_CLAIM = "name";
    private static final String ROLE_CLAIM = "role";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return uuid(token).isPresent()
                        && text(token, NAME_CLAIM).isPresent()
                        && text(token, ROLE_CLAIM).isPresent()
                        && token.getExpiresAt() != null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "a claim is missing", null));
    }

    /// The caller of a token that [#validate] let through.
    static Caller caller(Jwt token) {
        var role = Role.of(text(token, ROLE_CLAIM).orElseThrow())
                .orElseThrow(() -> Caller.invalidRole(Role.TRAINER, Role.ATTENDEE));
        return new Caller(uuid(token).orElseThrow(), text(token, NAME_CLAIM).orElseThrow(), role);
    }

    private static Optional<UUID> uuid(Jwt token) {
        // UUID.fromString takes shorter groups too
        return text(token, UUID_CLAIM)
                .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString);
    }

    private static Optional<String> text(Jwt token, String claim) {
        @Nullable Object value = token.getClaims().get(claim);
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
