// why: the same, imported by another cell
// part: 2d
// status: error
// says: cell t2d-stub does not compile. Line …: cannot find symbol…

import ftol.quorum.system.Grid;
// cell
class LectureGrid implements GridQuorums {
    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        return new Grid(rows, columns).readings().values().iterator().next().readQuorums();
    }

    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        return readQuorums(rows, columns);
    }

    public Fraction load(int rows, int columns, Fraction reads) {
        return null;
    }
}
