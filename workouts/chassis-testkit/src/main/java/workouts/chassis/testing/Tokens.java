package workouts.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens as a service of the profile `dev` trusts them, without any of its code.
public final class Tokens {
    /// What such a service is told as `workouts.jwt.dev-secret`.
    public static final String SECRET = "a-secret-that-everybody-may-know-0123456789";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final Clock clock;

    /// @param clock of the service
    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public String trainer(UUID uuid) {
        return signed(claims(uuid, "trainer", "Tess Trainer"));
    }

    public String attendee(UUID uuid) {
        return signed(claims(uuid, "attendee", "Ada Attendee"));
    }

    /// What a good token claims, to be spoiled by a test.
    public Map<String, Object> claims(UUID uuid, String role, String name) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "workouts-dev");
        claims.put("exp", clock.instant().plus(Duration.ofHours(1)).getEpochSecond());
        claims.put("user_uuid", uuid.toString());
        claims.put("email", role + "@example.org");
        claims.put("name", name);
        claims.put("role", role);
        return claims;
    }

    public String signed(Map<String, Object> claims) {
        return signed(claims, SECRET);
    }

    public String signed(Map<String, Object> claims, String secret) {
        var content = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(json(claims));
        return content + "." + BASE64.encodeToString(hmac(content, secret));
    }

    /// A token that says of itself that it needs no signature.
    public String unsigned(Map<String, Object> claims) {
        return base64("{\"alg\":\"none\"}") + "." + base64(json(claims)) + ".";
    }

    private static String json(Map<String, Object> claims) {
        return claims.entrySet().stream()
                .map(claim -> "\"" + claim.getKey() + "\":"
                        + (claim.getValue() instanceof Number number ? number : "\"" + claim.getValue() + "\""))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String content, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("setup: every JDK has this algorithm", e);
        }
    }
}
