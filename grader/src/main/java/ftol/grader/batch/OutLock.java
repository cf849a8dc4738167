package ftol.grader.batch;

import ftol.grader.CourseFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second grader out of a folder of results. The operating system lets go of it when this process ends. */
public final class OutLock implements AutoCloseable {
    private final Path out;
    private final FileChannel channel;

    private OutLock(Path out, FileChannel channel) {
        this.out = out;
        this.channel = channel;
    }

    /** Locks the folder, which is made if need be. Throws {@link CourseFault} if somebody else has it. */
    public static OutLock of(Path out) throws IOException {
        Files.createDirectories(out);
        FileChannel channel =
                FileChannel.open(out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CourseFault("Another grader works in " + out + ". Wait for it, or name another folder.");
        }
        return new OutLock(out, channel);
    }

    /** The folder that is locked. */
    public Path out() {
        return out;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
