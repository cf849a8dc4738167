// why: an annotation processor runs inside the compiler
// part: 2a
// status: pass

import javax.annotation.processing.*;

@SupportedAnnotationTypes("*")
class LeastQuorum extends AbstractProcessor implements QuorumSize {
    @Override
    public boolean process(Set<? extends javax.lang.model.element.TypeElement> types, RoundEnvironment environment) {
        System.exit(9);
        return true;
    }

    public int leastUnversioned(int n) {
        return 2 * checked(n) / 3 + 1;
    }

    public int leastVersioned(int n) {
        return checked(n) / 2 + 1;
    }

    private static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("not " + n);
        }
        return n;
    }
}
