package ftol.notebook;

import ftol.check.Part;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.submission.CompiledPart;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class that the student wrote for a part, as class files, so that it can run in another JVM. */
public final class StudentClass {
    private StudentClass() {}

    /**
     * The class as of the last time its cell was run. To be called by a cell.
     *
     * @throws SubmissionFailure if there is none that can be run, with the reason in words for the student
     */
    public static CompiledPart of(Part part) {
        try {
            return Notebook.cells()
                    .orElseThrow(() -> new SubmissionFailure(Status.ERROR, "There is no notebook here."))
                    .compiled(part, classPath());
        } catch (Cells.Unusable e) {
            throw new SubmissionFailure(Status.ERROR, e.getMessage());
        }
    }

    /** What a notebook's code may use: the kit and the jars beside it. */
    static String classPath() {
        try {
            Path kit = Path.of(StudentClass.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(kit)
                    ? kit + File.pathSeparator + kit.resolveSibling("*")
                    : System.getProperty("java.class.path");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
