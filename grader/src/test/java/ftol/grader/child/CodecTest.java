package ftol.grader.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import ftol.check.Part;
import ftol.check.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values go over and come back the same; whatever else comes is refused, and takes little memory. */
class CodecTest {
    record Inner(boolean flag, long number, double fraction, byte small, Status status) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Everything(
            String text,
            int[] numbers,
            byte[] bytes,
            List<Inner> inners,
            Set<String> names,
            Map<Integer, Optional<String>> map,
            Optional<Inner> perhaps,
            Integer boxed) {}

    record Endless(Endless next) {}

    @Property(tries = 300)
    void valuesComeBackTheSame(@ForAll("values") Everything value) throws IOException {
        DataInputStream in = in(bytes(value));
        assertThat(Codec.read(in, Everything.class)).usingRecursiveComparison().isEqualTo(value);
        assertThat(in.available()).isZero();
    }

    @Property(tries = 1000)
    void randomBytesAreAValueOrAnIOException(@ForAll @Size(max = 300) byte[] bytes) {
        readOrRefuse(bytes);
    }

    /** What a contract's answer takes of the grader's memory, however it is made: about 100 bytes for each byte. */
    @Property(tries = 1000)
    void randomAnswersAreValuesOrRefusedAndTakeLittleMemory(
            @ForAll @Size(min = 1, max = 3000) byte[] bytes, @ForAll boolean small, @ForAll("answers") Type type) {
        if (small) {
            // As lengths, constants and truth values are.
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (bytes[i] & 1);
            }
        }
        long before = allocated();
        readOrRefuse(bytes, type);
        assertThat(allocated() - before).isLessThan((100 << 10) + 300L * bytes.length);
    }

    /** Sets that all have the same hash make whoever reads them compare each with each. */
    @Test
    void setsOfEqualHashesAreFewEnough() throws Exception {
        Type grid = Part.GRID
                .tested()
                .getMethod("readQuorums", int.class, int.class)
                .getGenericReturnType();
        long begin = System.nanoTime();
        assertThat((Set<?>) Codec.read(in(equalHashes(5_000)), grid)).hasSize(5_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        assertThatThrownBy(() -> Codec.read(in(equalHashes(5_001)), grid))
                .isInstanceOf(IOException.class)
                .hasMessage("A set or map with 5001 elements; at most 5000 are sent");
    }

    private static byte[] equalHashes(int sets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBoolean(true);
        out.writeInt(sets);
        for (int i = 0; i < sets; i++) {
            out.writeBoolean(true);
            out.writeInt(2);
            for (int number : new int[] {i, -i - 1}) {
                out.writeBoolean(true);
                out.writeInt(number);
            }
        }
        return bytes.toByteArray();
    }

    @Provide
    Arbitrary<Type> answers() {
        return Arbitraries.of(Arrays.stream(Part.values())
                .flatMap(part -> Arrays.stream(part.tested().getMethods()))
                .map(Method::getGenericReturnType)
                .distinct()
                .toList());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Property(tries = 1000)
    void aDamagedFrameIsAValueOrAnIOException(
            @ForAll("values") Everything value, @ForAll int place, @ForAll byte damage) throws IOException {
        byte[] bytes = bytes(value);
        bytes[Math.floorMod(place, bytes.length)] = damage;
        readOrRefuse(bytes);
        readOrRefuse(Arrays.copyOf(bytes, Math.floorMod(place, bytes.length)));
    }

    private static void readOrRefuse(byte[] bytes) {
        readOrRefuse(bytes, Everything.class);
    }

    private static void readOrRefuse(byte[] bytes, Type type) {
        try {
            Codec.read(in(bytes), type);
        } catch (IOException e) {
            // Refused, as it should be; any other exception fails the test.
            assertThat(e).isNotNull();
        }
    }

    @Test
    void aLengthIsNotBelieved() {
        for (Type type : List.of(String.class, byte[].class, int[].class, int[][].class, long[].class)) {
            for (int length : new int[] {-1, 5, Integer.MAX_VALUE}) {
                assertThatThrownBy(() -> Codec.read(in(present(length, 4)), type))
                        .isInstanceOf(IOException.class)
                        .hasMessage("A length of " + length + " with 4 bytes left");
            }
        }
    }

    @Test
    void aFrameSaysHowLongItIsAndIsNotBelievedEither() {
        assertThatThrownBy(() -> Wire.receive(stream(0x7F, 0xFF, 0xFF, 0xFF)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("A frame says it has 2147483647 bytes");
        assertThatThrownBy(() -> Wire.receive(stream(0xFF, 0, 0, 0))).hasMessageStartingWith("A frame says it has -");
        assertThatThrownBy(() -> Wire.receive(stream(0, 0, 0, 9, 1))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Wire.receive(stream(0, 0))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Wire.frame(out -> out.write(new byte[Wire.MAX_FRAME + 1])))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("A frame of ");
    }

    @Test
    void nestingEnds() throws IOException {
        byte[] ones = new byte[1000];
        Arrays.fill(ones, (byte) 1);
        assertThatThrownBy(() -> Codec.read(in(ones), Endless.class)).hasMessage("Values are nested more than 32 deep");
        Endless deep = null;
        for (int i = 0; i < 40; i++) {
            deep = new Endless(deep);
        }
        Endless value = deep;
        assertThatThrownBy(() -> Codec.write(new DataOutputStream(new ByteArrayOutputStream()), Endless.class, value))
                .isInstanceOf(IOException.class);
    }

    @Test
    void noSuchConstant() {
        assertThatThrownBy(() -> Codec.read(in(new byte[] {1, 99}), Status.class))
                .isInstanceOf(IOException.class)
                .hasMessage("No Status has the number 99");
    }

    /** Else a contract would work in the notebook and fail in the grader. */
    @Test
    void everyTypeInAContractIsKnown() throws IOException {
        for (Part part : Part.values()) {
            for (Method method : part.tested().getMethods()) {
                List<Type> types = new ArrayList<>(List.of(method.getGenericParameterTypes()));
                types.add(method.getGenericReturnType());
                for (Type type : types) {
                    Codec.read(in(new byte[64]), type);
                }
                assertThat(method.getExceptionTypes()).allSatisfy(type -> {
                    assertThat(RuntimeException.class).isAssignableFrom(type);
                    assertThat(type.getConstructor(String.class)).isNotNull();
                });
            }
        }
    }

    @Provide
    Arbitrary<Everything> values() {
        Arbitrary<String> texts =
                Arbitraries.strings().withCharRange('\0', '\ud7ff').ofMaxLength(20);
        Arbitrary<Inner> inners = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.longs(),
                        Arbitraries.doubles(),
                        Arbitraries.bytes(),
                        Arbitraries.of(Status.class).injectNull(0.1))
                .as(Inner::new);
        return Combinators.combine(
                        texts.injectNull(0.1),
                        Arbitraries.integers().array(int[].class).ofMaxSize(9).injectNull(0.1),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(9),
                        inners.list().ofMaxSize(5),
                        texts.set().ofMaxSize(5),
                        Arbitraries.entries(Arbitraries.integers(), texts.optional())
                                .list()
                                .ofMaxSize(4),
                        inners.optional(),
                        Arbitraries.integers().injectNull(0.3))
                .as((text, numbers, bytes, list, names, entries, perhaps, boxed) -> {
                    Map<Integer, Optional<String>> map = new LinkedHashMap<>();
                    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
                    return new Everything(text, numbers, bytes, list, names, map, perhaps, boxed);
                });
    }

    private static byte[] bytes(Everything value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Codec.write(new DataOutputStream(bytes), Everything.class, value);
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static ByteArrayInputStream stream(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new ByteArrayInputStream(content);
    }

    /** Something that is there, claims this length, and has so many bytes. */
    private static byte[] present(int length, int bytes) {
        return java.nio.ByteBuffer.allocate(5 + bytes)
                .put((byte) 1)
                .putInt(length)
                .array();
    }
}
