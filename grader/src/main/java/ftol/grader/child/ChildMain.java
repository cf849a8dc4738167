package ftol.grader.child;

import ftol.check.LocalSource;
import ftol.check.NotWrittenYet;
import ftol.check.Part;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.check.SubmissionFailure;
import ftol.submission.CellCompiler;
import ftol.submission.CompiledPart;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;

/**
 * The main class of a sandboxed child, where student code is compiled and run. It answers requests on its standard input
 * with replies on its standard output; what the student prints goes to standard error.
 *
 * <p>Nothing here is trusted by the grader: student code in this JVM can do whatever it likes to this class.
 */
public final class ChildMain {
    /** Exit code if the pipes to the grader are no longer what they should be. */
    static final int DISTURBED = 70;

    /** Most objects a test may make in one child. */
    private static final int MAX_OBJECTS = 1_000_000;

    private static final Class<?>[] NO_EXCEPTIONS = {};

    private final List<Object> objects = new ArrayList<>();
    /** Kept open by a child that compiles. */
    private StandardJavaFileManager jars;

    private Part part;
    private LocalSource source;
    private Method[] methods;

    private ChildMain() {}

    public static void main(String[] args) {
        InputStream in = new BufferedInputStream(System.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        try {
            ChildMain child = new ChildMain();
            Wire.send(out, ready -> {});
            while (true) {
                child.answer(Wire.receive(in), out);
            }
        } catch (EOFException e) {
            // The grader has closed the pipe: done. Halt, since student threads may still run.
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(DISTURBED);
        } catch (RuntimeException | Error e) {
            System.err.println("The grader cannot be answered: " + e);
            Runtime.getRuntime().halt(DISTURBED);
        }
    }

    private void answer(DataInputStream request, OutputStream out) throws IOException {
        switch (Wire.constant(request, Wire.Request.class)) {
            case COMPILE -> compile(request, out);
            case LOAD -> load(request, out);
            case CREATE -> create(out);
            case CALL -> call(request, out);
        }
    }

    private void compile(DataInputStream request, OutputStream out) throws IOException {
        PartCell cell = (PartCell) Codec.read(request, PartCell.class);
        if (jars == null) {
            jars = CellCompiler.openJars();
        }
        try {
            CompiledPart compiled = CellCompiler.compile(cell, System.getProperty("java.class.path"), jars);
            Wire.send(out, reply -> {
                Wire.constant(reply, Wire.Reply.VALUE);
                Codec.write(reply, CompiledPart.class, compiled);
            });
        } catch (PartProblem e) {
            Wire.send(out, failed(Status.ERROR, e.getMessage()));
        }
    }

    /** Loads the student's class, again perhaps: by a new class loader, so that its static fields are as at the start. */
    private void load(DataInputStream request, OutputStream out) throws IOException {
        objects.clear();
        part = (Part) Codec.read(request, Part.class);
        methods = Wire.methods(part.tested());
        CompiledPart compiled = (CompiledPart) Codec.read(request, CompiledPart.class);
        try {
            Class<?> studentClass = compiled.load(ChildMain.class.getClassLoader());
            source = new LocalSource(part, studentClass, compiled.code());
        } catch (PartProblem e) {
            Wire.send(out, failed(Status.ERROR, e.getMessage()));
            return;
        }
        Wire.send(out, reply -> Wire.constant(reply, Wire.Reply.VALUE));
    }

    private void create(OutputStream out) throws IOException {
        reply(out, int.class, NO_EXCEPTIONS, () -> {
            if (objects.size() >= MAX_OBJECTS) {
                throw new SubmissionFailure(
                        Status.ERROR, "More than " + MAX_OBJECTS + " objects were made by one test class.");
            }
            objects.add(source.create(part.tested()));
            return objects.size() - 1;
        });
    }

    private void call(DataInputStream request, OutputStream out) throws IOException {
        Object target = objects.get(request.readInt());
        Method method = methods[request.readInt()];
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Codec.read(request, method.getGenericParameterTypes()[i]);
        }
        reply(out, method.getGenericReturnType(), method.getExceptionTypes(), () -> {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private interface Action {
        Object run() throws Throwable;
    }

    /** Runs student code and sends what became of it. */
    private static void reply(OutputStream out, Type type, Class<?>[] declared, Action action) throws IOException {
        Wire.Content outcome = outcome(type, declared, action);
        byte[] frame;
        try {
            frame = Wire.frame(outcome, Wire.MAX_ANSWER);
        } catch (IOException | RuntimeException | Error e) {
            // Too long, or a collection of the student's own that cannot be read.
            String why = StudentCode.UNKNOWN.describe(e);
            frame = Wire.frame(failed(Status.FAIL, "What your code returned cannot be sent to the grader: " + why));
        }
        out.write(frame);
        out.flush();
    }

    private static Wire.Content outcome(Type type, Class<?>[] declared, Action action) {
        try {
            Object value = action.run();
            return reply -> {
                Wire.constant(reply, Wire.Reply.VALUE);
                Codec.write(reply, type, value);
            };
        } catch (NotWrittenYet e) {
            return reply -> Wire.constant(reply, Wire.Reply.NOT_WRITTEN);
        } catch (SubmissionFailure e) {
            return failed(e.status(), e.getMessage());
        } catch (Throwable e) {
            for (int i = 0; i < declared.length; i++) {
                if (declared[i].isInstance(e)) {
                    return exception(i, StudentCode.message(e));
                }
            }
            // LocalSource lets through only what the contract declares; whatever else this is, it is the student's.
            return failed(Status.FAIL, "Your code threw " + StudentCode.UNKNOWN.describe(e) + ".");
        }
    }

    private static Wire.Content exception(int which, String message) {
        return reply -> {
            Wire.constant(reply, Wire.Reply.DECLARED);
            reply.writeByte(which);
            Codec.write(reply, String.class, message);
        };
    }

    private static Wire.Content failed(Status status, String message) {
        return reply -> {
            Wire.constant(reply, Wire.Reply.FAILED);
            Codec.write(reply, Status.class, status);
            Codec.write(reply, String.class, message);
        };
    }
}
