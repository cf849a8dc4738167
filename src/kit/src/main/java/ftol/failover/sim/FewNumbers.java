package ftol.failover.sim;

import java.util.Arrays;

/** Numbers by number. There are only a few, so that to look at one after the other is fastest. */
final class FewNumbers {
    /** What is found where there is nothing. */
    static final long NONE = -1;

    private long[] keys;
    private long[] values;
    private int size;

    FewNumbers() {
        keys = new long[4];
        values = new long[4];
    }

    FewNumbers(FewNumbers other) {
        keys = other.keys.clone();
        values = other.values.clone();
        size = other.size;
    }

    long get(long key) {
        int place = place(key);
        return place < 0 ? NONE : values[place];
    }

    /** @param value not NONE */
    void put(long key, long value) {
        int place = place(key);
        if (place < 0) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            place = size++;
            keys[place] = key;
        }
        values[place] = value;
    }

    long remove(long key) {
        int place = place(key);
        if (place < 0) {
            return NONE;
        }
        long value = values[place];
        size--;
        keys[place] = keys[size];
        values[place] = values[size];
        return value;
    }

    void clear() {
        size = 0;
    }

    private int place(long key) {
        int place = size - 1;
        while (place >= 0 && keys[place] != key) {
            place--;
        }
        return place;
    }
}
