package ftol.grader.child;

import ftol.check.Later;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of a contract's types as bytes. The declared type alone decides what is read: no class is looked up by a name that
 * comes from the other side, nothing is Java-deserialised, and no length is believed before that many bytes are there.
 */
final class Codec {
    private static final int MAX_DEPTH = 32;

    /**
     * Most elements of a set and entries of a map. Whoever chooses them such that all have the same hash makes the reader
     * compare each with each.
     */
    private static final int MAX_HASHED = 5_000;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private Codec() {}

    static void write(DataOutputStream out, Type type, Object value) throws IOException {
        write(out, type, value, 0);
    }

    static Object read(DataInputStream in, Type type) throws IOException {
        return read(in, type, 0);
    }

    private static void write(DataOutputStream out, Type type, Object value, int depth) throws IOException {
        Class<?> raw = raw(type);
        checkDepth(depth);
        if (raw == Later.class) {
            // Whoever reads it knows that it has been waited for.
            write(out, argument(type, 0), ((Later<?>) value).get(), depth);
            return;
        }
        if (!raw.isPrimitive()) {
            out.writeBoolean(value != null);
            if (value == null) {
                return;
            }
        }
        if (raw == void.class) {
            return;
        } else if (raw == boolean.class || raw == Boolean.class) {
            out.writeBoolean((Boolean) value);
        } else if (raw == int.class || raw == Integer.class) {
            out.writeInt((Integer) value);
        } else if (raw == long.class || raw == Long.class) {
            out.writeLong((Long) value);
        } else if (raw == double.class || raw == Double.class) {
            out.writeDouble((Double) value);
        } else if (raw == byte.class || raw == Byte.class) {
            out.writeByte((Byte) value);
        } else if (raw == String.class) {
            byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (raw.isEnum()) {
            Wire.constant(out, (Enum<?>) value);
        } else if (raw == byte[].class) {
            out.writeInt(((byte[]) value).length);
            out.write((byte[]) value);
        } else if (raw.isArray()) {
            int length = Array.getLength(value);
            out.writeInt(length);
            for (int i = 0; i < length; i++) {
                write(out, raw.getComponentType(), Array.get(value, i), depth + 1);
            }
        } else if (raw.isRecord()) {
            Shape shape = SHAPES.get(raw);
            for (int i = 0; i < shape.types.length; i++) {
                write(out, shape.types[i], component(shape.accessors[i], value), depth + 1);
            }
        } else if (raw == Optional.class) {
            write(out, argument(type, 0), ((Optional<?>) value).orElse(null), depth + 1);
        } else if (raw == List.class || raw == Set.class || raw == Collection.class) {
            Object[] elements = ((Collection<?>) value).toArray();
            if (raw == Set.class) {
                checkHashed(elements.length);
            }
            out.writeInt(elements.length);
            for (Object element : elements) {
                if (raw == List.class) {
                    checkThere(element);
                }
                write(out, argument(type, 0), element, depth + 1);
            }
        } else if (raw == Map.class) {
            List<Map.Entry<?, ?>> entries = new ArrayList<>(((Map<?, ?>) value).entrySet());
            checkHashed(entries.size());
            out.writeInt(entries.size());
            for (Map.Entry<?, ?> entry : entries) {
                write(out, argument(type, 0), entry.getKey(), depth + 1);
                write(out, argument(type, 1), entry.getValue(), depth + 1);
            }
        } else {
            throw new IOException("Contracts cannot use the type " + type.getTypeName());
        }
    }

    private static Object read(DataInputStream in, Type type, int depth) throws IOException {
        Class<?> raw = raw(type);
        checkDepth(depth);
        if (raw == void.class || (!raw.isPrimitive() && !in.readBoolean())) {
            return null;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return in.readBoolean();
        } else if (raw == int.class || raw == Integer.class) {
            return in.readInt();
        } else if (raw == long.class || raw == Long.class) {
            return in.readLong();
        } else if (raw == double.class || raw == Double.class) {
            return in.readDouble();
        } else if (raw == byte.class || raw == Byte.class) {
            return in.readByte();
        } else if (raw == String.class) {
            return new String(in.readNBytes(length(in)), StandardCharsets.UTF_8);
        } else if (raw.isEnum()) {
            return Wire.constant(in, raw);
        } else if (raw == byte[].class) {
            return in.readNBytes(length(in));
        } else if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), length(in));
            for (int i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, read(in, raw.getComponentType(), depth + 1));
            }
            return array;
        } else if (raw.isRecord()) {
            return record(in, raw, depth);
        } else if (raw == Optional.class) {
            return Optional.ofNullable(read(in, argument(type, 0), depth + 1));
        } else if (raw == List.class || raw == Set.class || raw == Collection.class) {
            Collection<Object> elements = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
            int length = length(in);
            if (raw == Set.class) {
                checkHashed(length);
            }
            for (int left = length; left > 0; left--) {
                Object element = read(in, argument(type, 0), depth + 1);
                if (raw == List.class) {
                    checkThere(element);
                }
                elements.add(element);
            }
            return elements;
        } else if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            int length = length(in);
            checkHashed(length);
            for (int left = length; left > 0; left--) {
                map.put(read(in, argument(type, 0), depth + 1), read(in, argument(type, 1), depth + 1));
            }
            return map;
        }
        throw new IOException("Contracts cannot use the type " + type.getTypeName());
    }

    private static Object record(DataInputStream in, Class<?> raw, int depth) throws IOException {
        Shape shape = SHAPES.get(raw);
        Object[] values = new Object[shape.types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in, shape.types[i], depth + 1);
        }
        try {
            return shape.constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException(
                    "Not a valid " + raw.getSimpleName() + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IOException("Cannot make a " + raw.getSimpleName(), e);
        }
    }

    private static Object component(Method accessor, Object value) throws IOException {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IOException("Cannot read " + accessor, e);
        }
    }

    /** What reflection tells of a record class; to ask it for each value would take most of the time of a call. */
    private static final class Shape {
        private final Type[] types;
        private final Method[] accessors;
        private final Constructor<?> constructor;

        Shape(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            types = new Type[components.length];
            accessors = new Method[components.length];
            Class<?>[] parameters = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getGenericType();
                parameters[i] = components[i].getType();
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true);
            }
            try {
                constructor = type.getDeclaredConstructor(parameters);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its constructor: " + type, e);
            }
            constructor.setAccessible(true);
        }
    }

    /** A length: each element takes at least one byte, so more than there are bytes left is a lie. */
    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("A length of " + length + " with " + in.available() + " bytes left");
        }
        return length;
    }

    /** No contract has lists with gaps, and its own lists refuse null, too. */
    private static void checkThere(Object element) throws IOException {
        if (element == null) {
            throw new IOException("A list with null in it");
        }
    }

    private static void checkHashed(int elements) throws IOException {
        if (elements > MAX_HASHED) {
            throw new IOException("A set or map with " + elements + " elements; at most " + MAX_HASHED + " are sent");
        }
    }

    private static void checkDepth(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("Values are nested more than " + MAX_DEPTH + " deep");
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** What is between the angle brackets. */
    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
