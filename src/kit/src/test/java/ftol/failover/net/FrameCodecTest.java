package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.net.Rejected.Reason;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Scenarios 39 and 40: truncated, oversized, damaged, foreign and made-up frames. */
class FrameCodecTest {
    private static final long CLUSTER = -7_000_000_000L;

    private final FrameCodec codec = new FrameCodec(CLUSTER);

    @Provide
    Arbitrary<Frame> frames() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<List<String>> logs =
                Arbitraries.strings().ofMaxLength(9).list().ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.of(Frame.Kind.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        numbers,
                        numbers,
                        Arbitraries.longs(),
                        numbers,
                        Arbitraries.longs(),
                        logs)
                .as(Frame::new);
    }

    @Property(tries = 200, seed = "1")
    void aFrameArrivesAsItWasSentHoweverTheStreamIsCut(
            @ForAll("frames") Frame frame, @ForAll @IntRange(min = 1, max = 90) int size) throws Exception {
        ByteBuffer bytes = codec.encode(frame);
        ByteBuffer stream = ByteBuffer.allocate(2 * (FrameReader.PREFIX + bytes.remaining()));
        for (int i = 0; i < 2; i++) {
            stream.put(FrameWriter.withLength(bytes.duplicate()));
        }
        FrameReader reader = new FrameReader(codec);
        int arrived = 0;
        for (int at = 0; at < stream.capacity(); at += size) {
            int length = Math.min(size, stream.capacity() - at);
            ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(stream.array(), at, length));
            while (reader.read(channel) > 0) {
                // Until it has all of this piece.
            }
            for (Frame next = reader.next(); next != null; next = reader.next()) {
                assertThat(next).isEqualTo(frame);
                arrived++;
            }
        }
        assertThat(arrived).isEqualTo(2);
    }

    @Property(tries = 500, seed = "2")
    void aFrameWithOneByteChangedIsRejected(@ForAll("frames") Frame frame, @ForAll Random random) {
        ByteBuffer bytes = codec.encode(frame);
        int place = random.nextInt(bytes.remaining());
        bytes.put(place, (byte) (bytes.get(place) ^ (1 + random.nextInt(255))));
        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(Rejected.class);
    }

    @Property(tries = 200, seed = "3")
    void aTruncatedFrameIsRejected(@ForAll("frames") Frame frame, @ForAll Random random) {
        ByteBuffer bytes = codec.encode(frame);
        bytes.limit(random.nextInt(bytes.remaining()));
        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(Rejected.class);
    }

    @Example
    void aFrameOfAnotherClusterIsRejected() {
        ByteBuffer bytes = new FrameCodec(CLUSTER + 1).encode(hello(List.of()));
        assertRejected(Reason.CLUSTER, bytes);
    }

    @Example
    void aLengthThatIsTooLongIsRejectedBeforeAnythingOfItIsThere() {
        for (int length : new int[] {Integer.MAX_VALUE, FrameCodec.MAX_BYTES + 1, FrameCodec.MIN_BYTES - 1, 0, -1}) {
            assertLengthRejected(length, ~length);
        }
    }

    /** Else a flipped bit of the length would have the connection wait for up to a megabyte that nobody sends. */
    @Example
    void anyBitOfALengthThatIsChangedIsRejectedBeforeAnythingOfTheFrameIsThere() {
        int length = codec.encode(hello(List.of("abc"))).remaining();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            assertLengthRejected(length ^ (1 << bit), ~length);
            assertLengthRejected(length, ~length ^ (1 << bit));
        }
    }

    private void assertLengthRejected(int length, int complement) {
        FrameReader reader = new FrameReader(codec);
        byte[] bytes = ByteBuffer.allocate(FrameReader.PREFIX)
                .putInt(length)
                .putInt(complement)
                .array();
        assertThatThrownBy(() -> {
                    reader.read(Channels.newChannel(new ByteArrayInputStream(bytes)));
                    reader.next();
                })
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.reason()).isEqualTo(Reason.LENGTH));
    }

    @Example
    void countsThatPromiseMoreThanThereIsAreRejected() {
        byte[] bytes = bytes(hello(List.of("abc")));
        // The number of entries is the last of the head; then comes the first one's length.
        for (int place : new int[] {FrameCodec.MIN_BYTES - 8, FrameCodec.MIN_BYTES - 4}) {
            for (int wrong : new int[] {Integer.MAX_VALUE, -1, 1_000}) {
                byte[] forged = bytes.clone();
                ByteBuffer.wrap(forged).putInt(place, wrong);
                assertRejected(Reason.CONTENT, sealed(forged));
            }
        }
    }

    @Example
    void aKindThatDoesNotExistIsRejected() {
        byte[] forged = bytes(hello(List.of()));
        forged[12] = 99;
        assertRejected(Reason.CONTENT, sealed(forged));
    }

    @Example
    void aMessageThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> codec.encode(hello(List.of("x".repeat(FrameCodec.MAX_BYTES)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1048576 bytes");
    }

    private static Frame hello(List<String> log) {
        return new Frame(Frame.Kind.HELLO, 0, 1, 0, 1, 0, 0, log);
    }

    private byte[] bytes(Frame frame) {
        ByteBuffer encoded = codec.encode(frame);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /** Gives changed bytes a checksum that fits. */
    private static ByteBuffer sealed(byte[] frame) {
        CRC32 crc = new CRC32();
        int body = frame.length - Integer.BYTES;
        crc.update(frame, 0, body);
        return ByteBuffer.wrap(frame).putInt(body, (int) crc.getValue());
    }

    private void assertRejected(Reason reason, ByteBuffer bytes) {
        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOfSatisfying(Rejected.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
