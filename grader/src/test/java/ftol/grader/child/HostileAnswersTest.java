package ftol.grader.child;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.Part;
import ftol.check.PartResult;
import ftol.check.PartRunner;
import ftol.check.Status;
import ftol.submission.CompiledPart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All graded tests against children that answer with whatever the protocol can carry. A test that falls over such an
 * answer would be "our fault", for which no points are taken: so that must never happen.
 *
 * <p>{@code -Dftol.fuzz=20} tries that many random children for each kind of damage; the default is 1.
 */
class HostileAnswersTest {
    private static final PartRunner RUNNER = PartRunner.in(HostileAnswersTest.class.getClassLoader());
    private static final int SEEDS = Integer.getInteger("ftol.fuzz", 1);
    private static final int HEADER = 5;
    private static final Budget UNLIMITED = new Budget(Duration.ofHours(1), Duration.ofHours(1));

    /** Kinds of damage, each to one answer in so many. */
    private enum Kind {
        /** A byte, most often one that says whether something is there, is another one. */
        BYTE(20) {
            @Override
            byte[] damage(byte[] frame, Random random) {
                if (frame.length > HEADER) {
                    int place = HEADER + random.nextInt(frame.length - HEADER);
                    frame[place] = random.nextBoolean() ? 0 : (byte) random.nextInt();
                }
                return frame;
            }
        },
        /** The value is null, or what it begins with. */
        NOTHING(20) {
            @Override
            byte[] damage(byte[] frame, Random random) {
                byte[] copy = Arrays.copyOf(frame, Math.min(frame.length, HEADER + 40));
                Arrays.fill(copy, Math.min(copy.length, HEADER + random.nextInt(20)), copy.length, (byte) 0);
                return withLength(copy);
            }
        },
        /** Bytes that are small numbers, as lengths, constants and truth values are. */
        RANDOM(2) {
            @Override
            byte[] damage(byte[] frame, Random random) {
                byte[] bytes = new byte[HEADER + random.nextInt(300)];
                for (int i = HEADER; i < bytes.length; i++) {
                    bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(3));
                }
                bytes[HEADER - 1] = (byte) (random.nextInt(8) == 0 ? random.nextInt() : 0);
                return withLength(bytes);
            }
        },
        /** The pipe ends in the middle, or there is more than there should be. */
        LENGTH(50) {
            @Override
            byte[] damage(byte[] frame, Random random) {
                byte[] other = Arrays.copyOf(frame, random.nextInt(2 * frame.length));
                return random.nextBoolean() && other.length > HEADER ? withLength(other) : other;
            }
        };

        private final int oneIn;

        Kind(int oneIn) {
            this.oneIn = oneIn;
        }

        abstract byte[] damage(byte[] frame, Random random);

        byte[] perhaps(byte[] frame, Random random) {
            return random.nextInt(oneIn) == 0 ? damage(frame.clone(), random) : frame;
        }

        private static byte[] withLength(byte[] frame) {
            int length = frame.length - Integer.BYTES;
            for (int i = 0; i < Integer.BYTES; i++) {
                frame[i] = (byte) (length >>> (8 * (Integer.BYTES - 1 - i)));
            }
            return frame;
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void noTestFallsOverWhatAChildSays(Part part) throws IOException {
        int least = part.points();
        for (Kind kind : Kind.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                PartResult result = run(part, (frame, method, random) -> kind.perhaps(frame, random), seed);
                String run = part + " " + kind + " " + seed;
                assertThat(result.tests()).as(run).allSatisfy(test -> assertThat(test.status())
                        .as(test.id() + ": " + test.message())
                        .isIn(Status.PASS, Status.FAIL, Status.ERROR, Status.CRASH, Status.NOT_ATTEMPTED));
                least = Math.min(least, result.score());
            }
        }
        assertThat(least).as("points that were left").isLessThan(part.points());
    }

    /** Else what was found above was not found because of the damage. */
    @ParameterizedTest
    @EnumSource(Part.class)
    void withoutDamageAllIsRight(Part part) throws IOException {
        assertThat(run(part, (frame, method, random) -> frame, 0).status()).isEqualTo(Status.PASS);
    }

    private static PartResult run(Part part, HostileChild.Damage damage, long seed) throws IOException {
        Random random = new Random(seed);
        CompiledPart none = new CompiledPart(part.className(), Map.of(), List.of());
        try (RemoteSource source = new RemoteSource(
                () -> HostileChild.of(part, damage, random), part, none, UNLIMITED, UNLIMITED.wall())) {
            return RUNNER.run(part, source);
        }
    }
}
