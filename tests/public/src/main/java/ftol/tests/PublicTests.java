package ftol.tests;

import ftol.check.GradedTests;
import ftol.check.Part;
import java.util.List;

/** The graded tests that students see and run. */
public final class PublicTests implements GradedTests {
    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public List<Class<?>> of(Part part) {
        return switch (part) {
            case DETECTOR -> List.of(DetectorExamples.class, DetectorProperties.class);
            case HEARTBEATS -> List.of(HeartbeatExamples.class, HeartbeatProperties.class);
            case REPLICA -> List.of(ReplicaTests.class);
            case SPLIT_BRAIN -> List.of(SplitBrainTests.class);
            case QUORUM_SIZE -> List.of(QuorumSizeExamples.class, QuorumSizeProperties.class);
            case CRASHES -> List.of(CrashExamples.class, CrashProperties.class);
            case READ_WRITE -> List.of(ReadWriteExamples.class, ReadWriteProperties.class);
            case GRID -> List.of(GridExamples.class, GridProperties.class);
            case BYZANTINE -> List.of(ByzantineExamples.class, ByzantineProperties.class);
            case BREAK_IT -> List.of(BreakExamples.class, BreakProperties.class);
        };
    }
}
