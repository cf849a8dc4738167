package ftol.quorum.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a replica has for a key, on its way over a connection.
 *
 * @param value at most {@link #MOST_LETTERS} letters
 * @param version at least 0; 0 for what nobody has written
 * @param signature the writer's, see {@link Signer}
 */
record Stored(String value, int version, String signature) {
    static final int MOST_LETTERS = 1_000;

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(value);
        out.writeInt(version);
        out.writeUTF(signature);
    }

    /** Reads what {@link #write} wrote. No more than 64 KB are taken at a time, whatever the other side says. */
    static Stored read(DataInputStream in) throws IOException {
        return new Stored(in.readUTF(), in.readInt(), in.readUTF());
    }
}
