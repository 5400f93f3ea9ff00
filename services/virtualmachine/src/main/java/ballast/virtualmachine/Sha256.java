package ballast.virtualmachine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest that every Java platform has to have.
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        return digest("SHA-256");
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }
}
