package ftol.quorum;

/**
 * What a replica tells a reader. A correct replica tells what it stores, a lying one tells what it likes.
 *
 * @param value the value
 * @param version its version; each write has a higher one than the writes before it
 * @param signed whether it carries a true signature of the writer over value and version. A replica cannot sign: a lying
 *     one can repeat what it has got from a writer, an old value too, but not make up a signed one.
 */
public record Answer(String value, int version, boolean signed) {}
