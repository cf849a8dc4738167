package ftol.grader.child;

import ftol.check.Part;
import ftol.submission.BadNotebook;
import ftol.submission.CellCompiler;
import ftol.submission.CompiledPart;
import ftol.submission.NotebookFile;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Plays a child with the untouched stub of each part. The build runs it once while the JVM writes down which classes that
 * takes (class data sharing), so that children need not read and verify them again.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** The argument is the folder of the notebooks. */
    public static void main(String[] args) throws BadNotebook, IOException, PartProblem {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (Part part : Part.values()) {
            NotebookFile notebook =
                    NotebookFile.read(Path.of(args[0]).resolve(part.task().notebook()));
            rehearse(part, PartCell.find(part, notebook), requests);
        }
        System.setIn(new ByteArrayInputStream(requests.toByteArray()));
        ChildMain.main(args);
    }

    private static void rehearse(Part part, PartCell cell, ByteArrayOutputStream requests)
            throws IOException, PartProblem {
        CompiledPart compiled = CellCompiler.compile(cell, System.getProperty("java.class.path"));
        Wire.send(requests, request -> {
            Wire.constant(request, Wire.Request.COMPILE);
            Codec.write(request, PartCell.class, cell);
        });
        Wire.send(requests, request -> {
            Wire.constant(request, Wire.Request.LOAD);
            Codec.write(request, Part.class, part);
            Codec.write(request, CompiledPart.class, compiled);
        });
        Wire.send(requests, request -> Wire.constant(request, Wire.Request.CREATE));
        Method[] methods = Wire.methods(part.tested());
        for (int i = 0; i < methods.length; i++) {
            int index = i;
            Wire.send(requests, request -> {
                Wire.constant(request, Wire.Request.CALL);
                request.writeInt(0);
                request.writeInt(index);
                for (Class<?> type : methods[index].getParameterTypes()) {
                    Codec.write(request, type, type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null);
                }
            });
        }
    }
}
