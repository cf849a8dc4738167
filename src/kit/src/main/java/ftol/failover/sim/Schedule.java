package ftol.failover.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is needed to repeat a run of a replica: in which scenario, and what goes wrong. Everything else follows.
 *
 * @param scenario what the clients do and how the network behaves otherwise
 * @param faults in the order in which they happen
 */
public record Schedule(Scenario scenario, List<Fault> faults) {
    public Schedule {
        faults = List.copyOf(faults);
    }

    /** The schedule that {@link #toString} wrote: "partitions:0.7cut600,1.9drop". Throws IllegalArgumentException. */
    public static Schedule parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "Not a schedule: \"" + text + "\". One looks like partitions:0.7cut600.");
        }
        String faults = text.substring(colon + 1).strip();
        return new Schedule(
                Scenario.of(text.substring(0, colon).strip()),
                faults.isEmpty()
                        ? List.of()
                        : Arrays.stream(faults.split(",", -1)).map(Fault::parse).toList());
    }

    /** The same with one more fault at the end. */
    Schedule with(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new Schedule(scenario, more);
    }

    /** The same without one of its faults. */
    Schedule without(int index) {
        List<Fault> fewer = new ArrayList<>(faults);
        fewer.remove(index);
        return new Schedule(scenario, fewer);
    }

    /** The same without one of its faults, and without the step that it added to its node by putting something off. */
    Schedule withoutStep(int index) {
        Fault gone = faults.get(index);
        return new Schedule(
                scenario,
                without(index).faults().stream()
                        .map(fault ->
                                fault.lane() == gone.lane() && fault.step() > gone.step() ? fault.earlier() : fault)
                        .toList());
    }

    /** The same with one of its faults changed. */
    Schedule set(int index, Fault fault) {
        List<Fault> changed = new ArrayList<>(faults);
        changed.set(index, fault);
        return new Schedule(scenario, changed);
    }

    @Override
    public String toString() {
        return scenario.name() + ":" + faults.stream().map(Fault::toString).collect(Collectors.joining(","));
    }
}
