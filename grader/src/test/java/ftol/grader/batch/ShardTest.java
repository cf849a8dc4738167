package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardTest {
    @Test
    void aPortionIsSaidOrTakenFromTheSystem() {
        assertThat(auto("2/5")).isEqualTo(new Shard(2, 5));
        assertThat(auto("auto", "JOB_INDEX", "0", "JOB_TOTAL", "4")).isEqualTo(new Shard(1, 4));
        assertThat(auto("auto", "CI_NODE_INDEX", "4", "CI_NODE_TOTAL", "4")).isEqualTo(new Shard(4, 4));
        assertThat(auto("auto/8", "JOB_COMPLETION_INDEX", "7")).isEqualTo(new Shard(8, 8));
        assertThat(auto("auto", "JOB_COMPLETION_INDEX", "0", "JOB_COMPLETIONS", "8"))
                .isEqualTo(new Shard(1, 8));
    }

    @Test
    void slurmCountsFromAnywhereInSteps() {
        assertThat(slurm("0", "0", "3", "1")).isEqualTo(new Shard(1, 3));
        assertThat(slurm("3", "1", "3", "1")).isEqualTo(new Shard(3, 3));
        assertThat(slurm("14", "10", "3", "2")).isEqualTo(new Shard(3, 3));
        assertThatThrownBy(() -> slurm("11", "10", "3", "2")).hasMessageContaining("equal distances");
        assertThatThrownBy(() -> slurm("7", "1", "3", "1")).hasMessageContaining("no portion 7 of 3");
    }

    @Test
    void whatCannotBeToldIsNotGuessed() {
        assertThatThrownBy(() -> auto("auto", "CI_NODE_TOTAL", "1"))
                .hasMessageContaining("CI_NODE_INDEX (GitLab CI)")
                .hasMessageContaining("--shard 2/5");
        assertThatThrownBy(() -> auto("auto", "JOB_COMPLETION_INDEX", "0"))
                .hasMessageContaining("not of how many")
                .hasMessageContaining("--shard auto/5");
        assertThatThrownBy(() -> auto("auto/3", "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "4"))
                .hasMessageContaining("leave one of them out");
        assertThatThrownBy(() -> auto("auto", "CI_NODE_INDEX", "one", "CI_NODE_TOTAL", "4"))
                .hasMessageContaining("CI_NODE_INDEX is \"one\"");
        assertThatThrownBy(() -> auto("auto/0", "JOB_INDEX", "0")).hasMessageContaining("no portion 1 of 0");
        assertThatThrownBy(() -> auto("half")).hasMessageContaining("2/5, auto or auto/5, not \"half\"");
    }

    private static Shard slurm(String id, String min, String count, String step) {
        return Shard.parse(
                "auto",
                Map.of(
                        "SLURM_ARRAY_TASK_ID",
                        id,
                        "SLURM_ARRAY_TASK_MIN",
                        min,
                        "SLURM_ARRAY_TASK_COUNT",
                        count,
                        "SLURM_ARRAY_TASK_STEP",
                        step));
    }

    private static Shard auto(String text) {
        return Shard.parse(text, Map.of());
    }

    private static Shard auto(String text, String name, String value) {
        return Shard.parse(text, Map.of(name, value));
    }

    private static Shard auto(String text, String name, String value, String other, String otherValue) {
        return Shard.parse(text, Map.of(name, value, other, otherValue));
    }
}
