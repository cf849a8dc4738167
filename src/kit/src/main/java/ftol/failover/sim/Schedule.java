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

    /** The same without one of its faults, and with those after it so many steps later, since steps came or went with it. */
    Schedule without(int index, int shift) {
        List<Fault> fewer = new ArrayList<>(faults.subList(0, index));
        faults.subList(index + 1, faults.size())
                .forEach(fault -> fewer.add(
                        new Fault(fault.lane(), fault.step() + shift, fault.action(), fault.ms(), fault.effects())));
        return new Schedule(scenario, fewer);
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
