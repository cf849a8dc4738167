package ftol.grader.answers;

import ftol.grader.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a student where those who mark are not to know whose answer it is: always the same, and not to be guessed
 * by trying ids, since a secret goes into it that stays in the folder of the results.
 */
public final class Codes {
    private static final String FILE = ".codes";

    private final String secret;

    private Codes(String secret) {
        this.secret = secret;
    }

    /** The codes of the class whose results are here. */
    public static Codes in(Path out) throws IOException {
        Path file = out.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Folders.write(file, HexFormat.of().formatHex(random));
        }
        return new Codes(Files.readString(file));
    }

    /** The student's code. It begins with letters, or a spreadsheet might take it for a number. */
    public String of(String student) {
        return "anon-" + hash(secret, student).substring(0, 8);
    }

    /** Whose code this is. */
    Optional<String> student(String code, Collection<String> students) {
        return students.stream().filter(student -> of(student).equals(code)).findFirst();
    }

    /** Changes if, and almost only if, the text does. */
    static String fingerprint(String text) {
        return hash("answer", text).substring(0, 12);
    }

    private static String hash(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }
}
