package ftol.grader.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds what must never reach students, in files, jars, jars in jars and class files: lines of the reference and of the
 * hidden tests, and classes of packages that are staff's.
 *
 * <p>White space does not count, nor do backslashes: in a notebook, a line of Java is a JSON string.
 */
final class Leaks {
    private static final int SHORTEST = 25;
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PACKAGES = Pattern.compile(
            "(?<![\\w/.-])L?((?:ftol[/.](?:reference|tests[/.]hidden|grader)|(?:mutants|variants)[/.]p\\d\\w)[/.])");

    /** Each secret by its first characters. */
    private final Map<String, Set<String>> secrets = new HashMap<>();

    /**
     * Takes lines of 25 characters or more as secret.
     *
     * @param secret folders of Java files
     * @param known folders whose files students may see; what occurs there is no secret
     */
    Leaks(List<Path> secret, List<Path> known) throws IOException {
        String open = sources(known).collect(Collectors.joining("\n"));
        String openPlain = plain(open);
        sources(secret)
                .flatMap(String::lines)
                // A library's name is no secret, though perhaps only hidden tests use it.
                .filter(line -> !line.startsWith("import "))
                .flatMap(line -> Stream.concat(Stream.of(line), strings(line)))
                .map(Leaks::plain)
                .filter(line -> line.length() >= SHORTEST && !openPlain.contains(line))
                .forEach(line -> secrets.computeIfAbsent(line.substring(0, SHORTEST), start -> new TreeSet<>())
                        .add(line));
    }

    int size() {
        return secrets.values().stream().mapToInt(Set::size).sum();
    }

    /** What a file gives away; each item says where. */
    List<String> in(String name, byte[] content) {
        List<String> found = new ArrayList<>();
        try {
            search(name, content, found);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return found;
    }

    private void search(String name, byte[] content, List<String> found) throws IOException {
        if (startsWith(content, 'P', 'K', 3, 4)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    String path = name + "!" + entry.getName();
                    searchNames(path, entry.getName(), found);
                    search(path, zip.readAllBytes(), found);
                }
            }
        } else if (startsWith(content, 0xCA, 0xFE, 0xBA, 0xBE)) {
            for (String constant : constants(content)) {
                searchNames(name, constant, found);
                searchText(name, constant, found);
            }
        } else {
            searchText(name, new String(content, UTF_8), found);
        }
    }

    private static void searchNames(String where, String text, List<String> found) {
        if (text.contains("ftol") || text.contains("mutants") || text.contains("variants")) {
            Matcher matcher = PACKAGES.matcher(text);
            while (matcher.find()) {
                found.add(where + ": " + matcher.group(1));
            }
        }
    }

    private void searchText(String where, String text, List<String> found) {
        if (text.length() < SHORTEST) {
            return;
        }
        String plain = plain(text);
        for (int i = 0; i + SHORTEST <= plain.length(); i++) {
            Set<String> candidates = secrets.get(plain.substring(i, i + SHORTEST));
            if (candidates != null) {
                int start = i;
                candidates.stream()
                        .filter(secret -> plain.startsWith(secret, start))
                        .forEach(secret -> found.add(where + ": " + secret));
            }
        }
    }

    /** The names and strings in a class file (JVMS 4.4). */
    private static List<String> constants(byte[] classFile) throws IOException {
        List<String> constants = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants.add(in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++;
                }
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
        return constants;
    }

    private static Stream<String> strings(String line) {
        return STRING.matcher(line).results().map(match -> match.group(1));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "nt".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            } else if (c != '\\' && !Character.isWhitespace(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static Stream<String> sources(List<Path> folders) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.add(Files.readString(file, file.toString().endsWith(".java") ? UTF_8 : ISO_8859_1));
                }
            }
        }
        return texts.stream();
    }

    private static boolean startsWith(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
