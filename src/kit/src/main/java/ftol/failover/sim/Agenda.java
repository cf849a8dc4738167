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

    /** Something that will happen. Does not change once it is on an agenda, since forked runs share it. */
    static final class Item {
        final Kind kind;
        /** The node or client to which it will happen. */
        final int to;

        long time;
        /** Which one it is, in the order in which they were made. */
        long order;

        int from;
        long number;
        long epoch;
        int toIncarnation;
        int fromIncarnation;
        Message message;
        String text = "";
        List<String> log = List.of();

        Item(Kind kind, int to) {
            this.kind = kind;
            this.to = to;
        }

        /** The same at another time. */
        Item at(long newTime) {
            Item copy = new Item(kind, to);
            copy.time = newTime;
            copy.order = order;
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

        /** Which of two comes first, if they are due at the same time. */
        private boolean precedes(Item other) {
            return kind.rank == other.kind.rank ? order < other.order : kind.rank < other.kind.rank;
        }
    }

    private Item[] items;
    /** When they are due: beside the items, since most comparisons need no more. */
    private long[] times;

    private int size;

    Agenda() {
        items = new Item[32];
        times = new long[32];
    }

    Agenda(Agenda other) {
        items = other.items.clone();
        times = other.times.clone();
        size = other.size;
    }

    void add(Item item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        long time = item.time;
        int place = size++;
        while (place > 0
                && (times[place - 1] < time || (times[place - 1] == time && items[place - 1].precedes(item)))) {
            items[place] = items[place - 1];
            times[place] = times[place - 1];
            place--;
        }
        items[place] = item;
        times[place] = time;
    }

    /** Takes back the item with this order, if it is still there. It is mostly one of the last to come. */
    void remove(long order) {
        for (int i = 0; i < size; i++) {
            if (items[i].order == order) {
                size--;
                System.arraycopy(items, i + 1, items, i, size - i);
                System.arraycopy(times, i + 1, times, i, size - i);
                return;
            }
        }
    }

    /** The next item, or null. */
    Item poll() {
        return size == 0 ? null : items[--size];
    }
}
