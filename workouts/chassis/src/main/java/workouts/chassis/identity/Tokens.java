package workouts.chassis.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Makes the decoder that the settings ask for. One algorithm is trusted and no other, whatever a token's header says.
final class Tokens {
    /// How far the clocks of an issuer and of this machine may be apart.
    private static final Duration SKEW = Duration.ofSeconds(30);

    private Tokens() {}

    static JwtDecoder decoder(IdentitySettings settings, Clock clock) {
        var decoder = switch (settings) {
            case IdentitySettings.PublishedKeys keys ->
                NimbusJwtDecoder.withJwkSetUri(keys.jwkSet().toString())
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .build();
            case IdentitySettings.GivenKey given ->
                NimbusJwtDecoder.withPublicKey(given.key())
                        .signatureAlgorithm(SignatureAlgorithm.RS256)
                        .build();
            case IdentitySettings.Development dev ->
                NimbusJwtDecoder.withSecretKey(secretKey(dev))
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build();
        };
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps, new JwtIssuerValidator(settings.issuer()), new Claims()));
        return decoder;
    }

    static SecretKey secretKey(IdentitySettings.Development dev) {
        return new SecretKeySpec(dev.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }
}
