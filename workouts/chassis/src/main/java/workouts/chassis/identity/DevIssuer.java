package workouts.chassis.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import workouts.chassis.problems.Problem;

/// Gives a token to everybody who asks, as whoever they say they are. Exists with the profile `dev` only; a
/// service that offers it imports it.
@RestController
@Profile(DevIssuer.PROFILE)
public final class DevIssuer {
    public static final String PROFILE = "dev";
    static final String PATH = "/api/dev/token";
    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final int CHARACTERS_MAX = 100;

    private final JwtEncoder encoder;
    private final Clock clock;

    /// For whom a token is wanted.
    record Request(UUID userUuid, String email, String name, String role) {}

    record Token(String token, Instant expiresAt) {}

    public DevIssuer(IdentitySettings settings, Clock clock) {
        if (!(settings instanceof IdentitySettings.Development dev)) {
            throw new IllegalStateException("the issuer of development is on, and its secret is not");
        }
        this.encoder = NimbusJwtEncoder.withSecretKey(Tokens.secretKey(dev))
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.clock = clock;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    Token issue(@RequestBody Request request) {
        if (Role.of(request.role()).isEmpty()) {
            throw Problem.malformed("role must be trainer or attendee");
        }
        if (request.name().isBlank() || request.name().length() > CHARACTERS_MAX) {
            throw Problem.malformed("name must have 1 to " + CHARACTERS_MAX + " characters");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = JwtClaimsSet.builder()
                .issuer(IdentitySettings.Development.ISSUER)
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("user_uuid", request.userUuid().toString())
                .claim("email", request.email())
                .claim("name", request.name())
                .claim("role", request.role())
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Token(token, now.plus(LIFETIME));
    }
}
