// why: an answer that fills the memory of the grader
// part: 2d
// status: fail
// says: What your code returned cannot be sent to the grader: IOException: A frame of … bytes; at most 2097152 are
//     sent

class LectureGrid implements GridQuorums {
    private static Set<Set<Integer>> many(Set<Integer> all) {
        return all.stream()
                .limit(450)
                .map(i -> all.stream().limit(1_000).map(j -> i * 9_999 + j).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    public Set<Set<Integer>> readQuorums(int rows, int columns) {
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < 500_000; i++) {
            all.add(i);
        }
        return many(all);
    }

    public Set<Set<Integer>> writeQuorums(int rows, int columns) {
        return readQuorums(rows, columns);
    }

    public Fraction load(int rows, int columns, Fraction reads) {
        return null;
    }
}
