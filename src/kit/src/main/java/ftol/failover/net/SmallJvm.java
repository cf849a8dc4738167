package ftol.failover.net;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How processes of the kit are started: a small JVM that is soon there, and soon gone. */
public final class SmallJvm {
    private static final List<String> OPTIONS = List.of(
            // What a process has in memory of its own is freed before its connections are closed: each MB delays the
            // word that it is gone by some 0.1 ms.
            "-Xmx64m",
            "-Xms8m",
            "-Xmn1m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            // What runs a few times a second is not worth compiling: that takes memory, and a processor just when
            // something happens for the first time in a while. What a flood of messages needs is compiled still.
            "-XX:CompileThresholdScaling=20",
            "-XX:CICompilerCount=1",
            "-XX:-UseCodeCacheFlushing",
            // The JDK's archive of classes (10 MB) stays where it was made for, and so shared with other JVMs, if it
            // can.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // Else it leaves a file behind when it is killed.
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.net.preferIPv6Addresses=false");

    private SmallJvm() {}

    /** Starts this main class with the JDK that runs this JVM, once {@link ProcessBuilder#start} is called. */
    public static ProcessBuilder builder(String classPath, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // Else glibc gives each thread memory of its own. Nothing else knows this variable.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder;
    }

    /** The kit, and all else that a notebook can use, as {@code java -cp} wants it. */
    public static String kitClassPath() {
        Path kit = location(SmallJvm.class);
        // Each of the other jars is opened only if a class was not found before.
        return Files.isRegularFile(kit) ? kit + File.pathSeparator + kit.resolveSibling("*") : kit.toString();
    }

    /** The file or folder that a class was loaded from. */
    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | NullPointerException e) {
            throw new IllegalArgumentException(type + " is in no file that another process could read.", e);
        }
    }
}
