package ftol.grader.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which portion of a class is this machine's, as the system says that runs the same command on several of them.
 *
 * @param system its name
 * @param index the variable with this machine's number
 * @param total the variable with how many there are; if it is missing, the total must be said in {@code auto/N}
 * @param first the variable with the lowest number, or else that number itself
 * @param step the variable with the distance between two numbers; empty if that is 1
 */
record ShardVariables(String system, String index, String total, String first, String step) {
    /**
     * GitHub Actions sets no variable for a job of a matrix: the workflow has to pass on strategy.job-index and
     * strategy.job-total.
     */
    private static final List<ShardVariables> KNOWN = List.of(
            new ShardVariables("GitHub Actions", "JOB_INDEX", "JOB_TOTAL", "0", ""),
            new ShardVariables("GitLab CI", "CI_NODE_INDEX", "CI_NODE_TOTAL", "1", ""),
            new ShardVariables(
                    "Slurm",
                    "SLURM_ARRAY_TASK_ID",
                    "SLURM_ARRAY_TASK_COUNT",
                    "SLURM_ARRAY_TASK_MIN",
                    "SLURM_ARRAY_TASK_STEP"),
            new ShardVariables("Kubernetes", "JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", "0", ""));

    /**
     * This machine's portion, by the first of these systems whose variable is set.
     *
     * @param said how many portions there are, if the command line says it
     * @throws IllegalArgumentException if no system, or no total, can be told, or what is set makes no sense
     */
    static Shard shard(OptionalInt said, Map<String, String> environment) {
        ShardVariables found = KNOWN.stream()
                .filter(known -> environment.containsKey(known.index))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--shard auto finds none of the variables "
                        + KNOWN.stream()
                                .map(known -> known.index + " (" + known.system + ")")
                                .collect(Collectors.joining(", "))
                        + ". Say which portion it is: --shard 2/5."));
        return found.read(said, environment);
    }

    private Shard read(OptionalInt said, Map<String, String> environment) {
        Optional<Integer> set = number(total, environment);
        if (set.isEmpty() && said.isEmpty()) {
            throw new IllegalArgumentException("--shard auto: " + system + " says which portion this is (" + index
                    + "), but not of how many. Add the number: --shard auto/5, or set " + total + ".");
        }
        if (set.isPresent() && said.isPresent() && set.get() != said.getAsInt()) {
            throw new IllegalArgumentException("--shard auto/" + said.getAsInt() + ", but " + total + " is " + set.get()
                    + ": leave one of them out.");
        }
        int lowest = number(first, environment).orElseGet(() -> first.matches("\\d+") ? Integer.parseInt(first) : 0);
        int distance = number(step, environment).orElse(1);
        int offset = number(index, environment).orElseThrow() - lowest;
        if (distance < 1 || offset % distance != 0) {
            throw new IllegalArgumentException("--shard auto: " + index + " does not fit " + first + " and " + step
                    + ". The numbers must have equal distances.");
        }
        return new Shard(offset / distance + 1, set.orElseGet(said::getAsInt));
    }

    private static Optional<Integer> number(String variable, Map<String, String> environment) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--shard auto: " + variable + " is \"" + value + "\", which is no whole number.", e);
        }
    }
}
