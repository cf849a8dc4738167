package ftol.quorum.store;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is written (HMAC-SHA-256), with a key that writers and readers know, and replicas do not. */
final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Signer() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    String sign(String name, String value, int version) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // The lengths keep "a", "bc" from having the signature of "ab", "c".
            String text = name.length() + " " + value.length() + " " + version + " " + name + value;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    boolean signed(String name, Stored stored) {
        byte[] own = sign(name, stored.value(), stored.version()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(own, stored.signature().getBytes(StandardCharsets.UTF_8));
    }
}
