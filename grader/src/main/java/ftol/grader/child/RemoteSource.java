package ftol.grader.child;

import ftol.check.Later;
import ftol.check.NotWrittenYet;
import ftol.check.Part;
import ftol.check.Status;
import ftol.check.StudentCode;
import ftol.check.SubmissionFailure;
import ftol.check.Submitted;
import ftol.submission.CompiledPart;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Objects of a part's contract whose calls are answered by the student's class in a sandboxed child. Each test class finds
 * the student's class loaded anew; a fresh child follows each failure.
 */
public final class RemoteSource implements Submitted.Source, AutoCloseable {
    private static final int MAX_TEXT = 2_000;

    /** A child that has worked for so long is replaced before its limit of processor time (60 s) hurts a slow solution. */
    private static final Duration LONG = Duration.ofSeconds(10);

    /**
     * Requests that the child has not replied to have no more bytes in all, unless it is one alone: less than a pipe holds
     * (16 KB at first on macOS, 64 on Linux), so that not both sides wait for the other to read.
     */
    private static final int MAX_UNANSWERED = 16 << 10;

    private final Supplier<Child> children;
    private final Budget budget;
    private final Duration partLimit;
    private final Part part;
    private final CompiledPart compiled;
    private final Map<Method, Integer> indexes = new HashMap<>();

    /** A request whose reply is still to come, or has come. */
    private static final class Asked {
        private final Supplier<String> what;
        private final int bytes;
        private DataInputStream reply;

        Asked(Supplier<String> what, int bytes) {
            this.what = what;
            this.bytes = bytes;
        }
    }

    /** In the order in which they were sent. */
    private final Deque<Asked> unanswered = new ArrayDeque<>();

    private int bytesUnanswered;

    private volatile Child child;
    private boolean loaded;
    private Duration usedProcessor = Duration.ZERO;
    private Watchdog watchdog;
    private SubmissionFailure failure;
    private boolean onlyNotWritten;
    private int timeouts;
    private Duration taken = Duration.ZERO;

    /** @param spares where children come from */
    public RemoteSource(Spares spares, Part part, CompiledPart compiled) {
        this(spares::take, part, compiled, Budget.TEST, Budget.PART);
    }

    /**
     * @param children makes a fresh one
     * @param budget for each test
     * @param partLimit on the wall clock for all tests together
     */
    RemoteSource(Supplier<Child> children, Part part, CompiledPart compiled, Budget budget, Duration partLimit) {
        this.children = children;
        this.budget = budget;
        this.partLimit = partLimit;
        this.part = part;
        this.compiled = compiled;
        Method[] methods = Wire.methods(part.tested());
        for (int i = 0; i < methods.length; i++) {
            indexes.put(methods[i], i);
        }
    }

    @Override
    public void beforeClass() {
        loaded = false;
        Duration used = child == null || !child.isAlive() ? null : child.usage().processor();
        if (used == null || used.compareTo(LONG) > 0) {
            discard();
        }
    }

    @Override
    public void beforeTest() {
        watchdog = Watchdog.over(() -> child, budget);
        onlyNotWritten = false;
        if (timeouts >= SubmissionFailure.MAX_TIMEOUTS) {
            failure = SubmissionFailure.afterTimeouts();
        } else {
            failure = taken.compareTo(partLimit) > 0 ? SubmissionFailure.afterTooLong(partLimit) : null;
        }
    }

    @Override
    public void afterTest(boolean passed) {
        watchdog.close();
        taken = taken.plus(watchdog.counted());
        if (watchdog.barked() || (!passed && !onlyNotWritten)) {
            discard();
        }
    }

    @Override
    public <T> T create(Class<T> tested) {
        if (tested != part.tested()) {
            throw new IllegalArgumentException(
                    "Part " + part.id() + " is tested by " + part.tested() + ", not " + tested);
        }
        Asked asked =
                ask(() -> "new " + part.className() + "()", request -> Wire.constant(request, Wire.Request.CREATE));
        int handle = read(value(asked, null), DataInputStream::readInt);
        return tested.cast(
                Proxy.newProxyInstance(tested.getClassLoader(), new Class<?>[] {tested}, new StandIn(handle)));
    }

    /** Sends a request. Its reply may be waited for later, after those of requests that are sent later. */
    private Asked ask(Supplier<String> what, Wire.Content request) {
        requireChild();
        return noted(() -> {
            byte[] frame = Child.frame(what, request);
            Child asked = child();
            while (!unanswered.isEmpty() && bytesUnanswered + frame.length > MAX_UNANSWERED) {
                receive();
            }
            asked.send(frame);
            Asked sent = new Asked(what, frame.length);
            unanswered.add(sent);
            bytesUnanswered += frame.length;
            return sent;
        });
    }

    /** Waits for the earliest reply that is still to come. */
    private void receive() {
        Asked earliest = unanswered.remove();
        bytesUnanswered -= earliest.bytes;
        earliest.reply = child.receive(earliest.what, watchdog);
    }

    private void requireChild() {
        if (failure != null) {
            // The child is gone. jqwik may go on to shrink: let each try fail at once, with the first reason.
            throw failure;
        }
    }

    /** Waits for a reply and sorts out what came back; returns the reply behind its first byte if it is a value. */
    private DataInputStream value(Asked asked, Method method) {
        requireChild();
        return noted(() -> {
            while (asked.reply == null) {
                receive();
            }
            DataInputStream reply = asked.reply;
            return switch (read(reply, in -> Wire.constant(in, Wire.Reply.class))) {
                case VALUE -> reply;
                case NOT_WRITTEN -> {
                    onlyNotWritten = true;
                    throw new NotWrittenYet();
                }
                case DECLARED ->
                    throw declared(
                            method, read(reply, DataInputStream::readUnsignedByte), read(reply, RemoteSource::text));
                case FAILED -> throw failed(reply);
            };
        });
    }

    /** Remembers it if something fails. */
    private <T> T noted(Supplier<T> action) {
        try {
            return action.get();
        } catch (SubmissionFailure e) {
            if (e.status() == Status.TIMEOUT) {
                timeouts++;
            }
            if (e.status() != Status.FAIL) {
                failure = e;
            }
            throw e;
        }
    }

    /** What the child says went wrong. A child cannot know of time-outs and crashes, so it cannot claim them. */
    private SubmissionFailure failed(DataInputStream reply) {
        Status status = read(reply, in -> (Status) Codec.read(in, Status.class));
        String message = read(reply, RemoteSource::text);
        return new SubmissionFailure(status == Status.FAIL ? Status.FAIL : Status.ERROR, message);
    }

    /** An exception that the contract promises comes out as itself; the contract, not the child, names its class. */
    private RuntimeException declared(Method method, int which, String message) {
        Class<?>[] types = method == null ? new Class<?>[0] : method.getExceptionTypes();
        if (which >= types.length) {
            return disturbed();
        }
        try {
            return (RuntimeException) types[which].getConstructor(String.class).newInstance(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A contract's exception needs a constructor with a message", e);
        }
    }

    private Child child() {
        if (child == null) {
            child = children.get();
            loaded = false;
        }
        if (!loaded) {
            while (!unanswered.isEmpty()) {
                receive();
            }
            DataInputStream reply = child.call(() -> "Loading the class " + part.className(), watchdog, request -> {
                Wire.constant(request, Wire.Request.LOAD);
                Codec.write(request, Part.class, part);
                Codec.write(request, CompiledPart.class, compiled);
            });
            if (read(reply, in -> Wire.constant(in, Wire.Reply.class)) == Wire.Reply.FAILED) {
                throw failed(reply);
            }
            loaded = true;
        }
        return child;
    }

    private interface Reader<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** Reads from a reply. That it cannot be read is the doing of student code that writes to the pipe itself. */
    private <T> T read(DataInputStream reply, Reader<T> reader) {
        try {
            return reader.from(reply);
        } catch (IOException e) {
            throw disturbed();
        }
    }

    private SubmissionFailure disturbed() {
        failure = new SubmissionFailure(
                Status.CRASH, "Your code disturbed the connection to the grader. Print with System.out only.");
        return failure;
    }

    /** A child may claim to say more than anybody wants to read. */
    private static String text(DataInputStream in) throws IOException {
        String text = (String) Codec.read(in, String.class);
        return text == null ? null : StudentCode.cut(text, MAX_TEXT);
    }

    private void discard() {
        if (child != null) {
            Duration used = child.usage().processor();
            if (used != null) {
                usedProcessor = usedProcessor.plus(used);
            }
            child.close();
            child = null;
            unanswered.clear();
            bytesUnanswered = 0;
        }
    }

    /** Processor time that the student's code and its JVMs have used so far. */
    public Duration processorTime() {
        return usedProcessor;
    }

    @Override
    public void close() {
        discard();
    }

    /** What a test holds instead of the student's object. */
    private final class StandIn implements InvocationHandler {
        private final int handle;

        StandIn(int handle) {
            this.handle = handle;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            if (method.getDeclaringClass() == Object.class) {
                // Never asked of the child, where an equals could always say true.
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> handle;
                    default -> part.className() + " number " + handle;
                };
            }
            Object[] values = arguments == null ? new Object[0] : arguments;
            Asked asked = ask(() -> StudentCode.call(part, method, values), request -> {
                Wire.constant(request, Wire.Request.CALL);
                request.writeInt(handle);
                request.writeInt(indexes.get(method));
                for (int i = 0; i < values.length; i++) {
                    Codec.write(request, method.getGenericParameterTypes()[i], values[i]);
                }
            });
            if (method.getReturnType() == Later.class) {
                Type type = Codec.argument(method.getGenericReturnType(), 0);
                return new Answer(() -> answer(asked, method, type));
            }
            return answer(asked, method, method.getGenericReturnType());
        }

        private Object answer(Asked asked, Method method, Type type) {
            DataInputStream reply = value(asked, method);
            Object value = read(reply, in -> Codec.read(in, type));
            // What our own code is around a student's object, in the child, never answers null.
            boolean nothing = type == void.class || type == Void.class;
            if (read(reply, DataInputStream::available) > 0
                    || (value == null && part.tested() != part.contract() && !nothing)) {
                throw disturbed();
            }
            return value;
        }
    }

    /** Read once, when it is asked for. */
    private static final class Answer implements Later<Object> {
        private Supplier<Object> reader;
        private Object value;

        Answer(Supplier<Object> reader) {
            this.reader = reader;
        }

        @Override
        public Object get() {
            if (reader != null) {
                value = reader.get();
                reader = null;
            }
            return value;
        }
    }
}
