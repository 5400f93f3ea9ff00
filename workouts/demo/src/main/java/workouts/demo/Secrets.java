package workouts.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What the services of one run share, drawn anew by each.
///
/// @param tokens what tokens are signed with
/// @param credential what the services show each other
public record Secrets(String tokens, String credential) {
    private static final int BYTES = 32;

    public static Secrets drawn() {
        var random = new SecureRandom();
        return new Secrets(secret(random), secret(random));
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
