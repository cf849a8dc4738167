package ftol.grader.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a child JVM: small, quick to start, and the same on every machine. */
final class ChildJvm {
    /** The exit code of a child whose heap, metaspace or direct memory ran out. */
    static final int OUT_OF_MEMORY = 3;

    private ChildJvm() {}

    static List<String> command(Path java, List<Path> classPath, String mainClass, List<String> args, Limits limits) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + limits.heapBytes(),
                "-Xss" + Limits.STACK_BYTES,
                "-XX:MaxMetaspaceSize=96m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // A correct submission must not depend on how many processors the grader's machine has.
                "-XX:ActiveProcessorCount=2",
                "-XX:-UseContainerSupport",
                // No files, no door for other processes.
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
                // Standard output belongs to the caller: what the JVM itself has to say goes to standard error.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+SuppressFatalErrorMessage",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.timezone=UTC",
                "-Duser.name=student",
                "-Duser.home=/nowhere",
                "-Djava.awt.headless=true"));
        command.addAll(SharedClasses.flags(classPath));
        command.addAll(List.of(
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        command.addAll(args);
        return command;
    }
}
