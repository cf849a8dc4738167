package ftol.failover.sim;

import ftol.failover.Message;
import java.util.Arrays;
import java.util.List;

/** What will happen in a run, the next thing last. New things mostly happen soon, so this is faster than a heap. */
final class Agenda {
    /** What will happen; at the same time, messages before timers. */
    enum Kind {
        RESTART(0),
        RESUME(0),
        HEAL(0),
        MESSAGE(1),
        CLOSED(1),
        REQUEST(1),
        ANSWER(1),
        TIMER(2),
        WAKE(2),
        PATIENCE(2);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }
    }

    /** Something that will happen. */
    static final class Item {
        final Kind kind;
        final Lane to;
        long time;
        long order;
        Lane from;
        long number;
        long epoch;
        int toIncarnation;
        int fromIncarnation;
        Message message;
        String text = "";
        List<String> log = List.of();

        Item(Kind kind, Lane to) {
            this.kind = kind;
            this.to = to;
        }

        Item copy() {
            Item copy = new Item(kind, to);
            copy.from = from;
            copy.number = number;
            copy.epoch = epoch;
            copy.toIncarnation = toIncarnation;
            copy.fromIncarnation = fromIncarnation;
            copy.message = message;
            copy.text = text;
            copy.log = log;
            return copy;
        }

        /** The name of a message's kind, of a request or of the answer to one; else of this kind. */
        String what() {
            return message != null ? message.kind().name() : text.isEmpty() ? kind.name() : text;
        }

        private boolean before(Item other) {
            if (time != other.time) {
                return time < other.time;
            }
            return kind.rank == other.kind.rank ? order < other.order : kind.rank < other.kind.rank;
        }
    }

    private Item[] items = new Item[32];
    private int size;

    void add(Item item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        int place = size++;
        for (; place > 0 && items[place - 1].before(item); place--) {
            items[place] = items[place - 1];
        }
        items[place] = item;
    }

    /** The next item, or null. */
    Item poll() {
        return size == 0 ? null : items[--size];
    }
}
