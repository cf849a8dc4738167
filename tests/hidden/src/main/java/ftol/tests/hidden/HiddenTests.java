package ftol.tests.hidden;

import ftol.check.GradedTests;
import ftol.check.Part;
import java.util.List;

/** The graded tests that only staff run. */
public final class HiddenTests implements GradedTests {
    @Override
    public boolean hidden() {
        return true;
    }

    @Override
    public List<Class<?>> of(Part part) {
        return switch (part) {
            case DETECTOR -> List.of(HiddenDetectorExamples.class, HiddenDetectorProperties.class);
            case HEARTBEATS -> List.of(HiddenHeartbeatExamples.class, HiddenHeartbeatProperties.class);
            case REPLICA -> List.of(HiddenReplicaTests.class);
            case SPLIT_BRAIN -> List.of(HiddenSplitBrainTests.class);
            case QUORUM_SIZE -> List.of(HiddenQuorumSizeExamples.class, HiddenQuorumSizeProperties.class);
            case CRASHES -> List.of(HiddenCrashExamples.class, HiddenCrashProperties.class);
            case READ_WRITE -> List.of(HiddenReadWriteExamples.class, HiddenReadWriteProperties.class);
            case GRID -> List.of(HiddenGridExamples.class, HiddenGridProperties.class);
            case BYZANTINE -> List.of(HiddenByzantineExamples.class, HiddenByzantineProperties.class);
            case BREAK_IT -> List.of(HiddenBreakExamples.class);
        };
    }
}
