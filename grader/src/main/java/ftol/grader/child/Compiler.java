package ftol.grader.child;

import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.grader.sandbox.Sandbox;
import ftol.submission.CompiledPart;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Compiles parts in a sandboxed child, since a source text can exhaust a compiler. Nothing of a student's is run in it, so
 * that one child may serve many submissions. It is not used again once a cell did not simply compile: a compiler that ran
 * out of stack is damaged, and JShell leaves files open, so that the next submission would suffer.
 */
public final class Compiler implements AutoCloseable {
    private final Sandbox sandbox;
    private volatile Child child;

    public Compiler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Compiles a part; throws {@link PartProblem}, with cell and line, if that does not work. */
    public CompiledPart compile(PartCell cell) throws PartProblem {
        boolean used = child != null;
        try {
            return attempt(cell);
        } catch (SubmissionFailure e) {
            close();
            if (used && e.status() == Status.CRASH) {
                // It may have died of what it compiled before.
                return compile(cell);
            }
            throw new PartProblem(e.getMessage());
        }
    }

    private CompiledPart attempt(PartCell cell) throws PartProblem {
        if (child == null) {
            child = Child.compiler(sandbox);
        }
        try (Watchdog watchdog = Watchdog.over(() -> child, Budget.COMPILE)) {
            DataInputStream reply = child.call(() -> "Compiling " + cell.cell().label(), watchdog, request -> {
                Wire.constant(request, Wire.Request.COMPILE);
                Codec.write(request, PartCell.class, cell);
            });
            if (Wire.constant(reply, Wire.Reply.class) == Wire.Reply.FAILED) {
                Codec.read(reply, Status.class);
                String message = (String) Codec.read(reply, String.class);
                close();
                throw new PartProblem(message);
            }
            CompiledPart compiled = (CompiledPart) Codec.read(reply, CompiledPart.class);
            if (!compiled.mainClass().equals(cell.part().className())) {
                close();
            }
            return compiled;
        } catch (IOException e) {
            close();
            throw new PartProblem("The compiler's answer cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
            child = null;
        }
    }
}
