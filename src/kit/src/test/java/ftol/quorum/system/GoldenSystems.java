package ftol.quorum.system;

import static ftol.quorum.system.Expr.choose;
import static ftol.quorum.system.Expr.majority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The systems of the golden file, by name and parameters; those that are no builder of the library are written here. */
final class GoldenSystems {
    private GoldenSystems() {}

    /** Nothing if this system is left for later. */
    static Optional<QuorumSystem> of(String system, String parameters) {
        Map<String, String> p = parsed(parameters);
        if (system.startsWith("rw-grid:")) {
            return Optional.of(reading(system.substring("rw-grid:".length()), grid(p)));
        }
        return switch (system) {
            case "majority" -> Optional.of(Families.majority(number(p, "n")));
            case "threshold" -> Optional.of(Families.threshold(number(p, "k"), number(p, "n")));
            case "rw-threshold" -> Optional.of(Families.threshold(number(p, "R"), number(p, "W"), number(p, "N")));
            case "weighted" -> Optional.of(Families.weighted(number(p, "t"), number(p, "t"), dashed(p.get("w"))));
            case "gifford-example" ->
                Optional.of(Families.weighted(number(p, "r"), number(p, "w"), dashed(p.get("votes"))));
            case "grid-row-plus-column" -> Optional.of(grid(p).rowAndColumn());
            case "grid-fullcolumn-plus-cover" -> Optional.of(grid(p).columnAndOnePerColumn());
            case "masking-threshold" ->
                Optional.of(Families.threshold((number(p, "N") + 2 * number(p, "T") + 2) / 2, number(p, "N")));
            case "m-grid" -> Optional.of(rowsAndColumns(number(p, "side"), number(p, "k"), number(p, "k")));
            case "mr-masking-grid" -> Optional.of(rowsAndColumns(number(p, "side"), 2 * number(p, "f") + 1, 1));
            case "mr-dissemination-grid" -> Optional.of(rowsAndColumns(number(p, "side"), number(p, "f") + 1, 1));
            case "wheel" -> Optional.of(wheel(number(p, "n")));
            case "crumbling-wall" -> Optional.of(wall(dashed(p.get("widths"))));
            case "triang" ->
                Optional.of(wall(
                        IntStream.rangeClosed(1, number(p, "d")).asLongStream().toArray()));
            case "composition" -> Optional.of(composition());
            case "RT" ->
                p.containsKey("h")
                        ? Optional.of(recursive(number(p, "l"), number(p, "k"), number(p, "h")))
                        : Optional.empty();
            case "recursive-majority-3" -> Optional.of(recursive(2, 3, number(p, "h")));
            case "tree" -> Optional.of(tree(number(p, "h")));
            case "fpp" -> Optional.of(plane(number(p, "q")));
            default -> Optional.empty();
        };
    }

    private static QuorumSystem reading(String name, Grid grid) {
        return name.equals("read=row,write=one-per-row")
                ? QuorumSystem.ofReads(grid.row())
                : Optional.ofNullable(grid.readings().get(name)).orElseThrow();
    }

    private static QuorumSystem rowsAndColumns(int side, int rows, int columns) {
        Expr row = new Grid(side, side).row();
        Expr column = new Grid(side, side).column();
        return QuorumSystem.of(choose(rows, ((Vote) row).members()).times(choose(columns, ((Vote) column).members())));
    }

    /** The hub and one of the rim, or the whole rim: the hub has as many votes as the rim without one. */
    private static QuorumSystem wheel(int n) {
        long[] votes = new long[n];
        Arrays.fill(votes, 1);
        votes[0] = n - 2L;
        return Families.weighted(n - 1, n - 1, votes);
    }

    /** A whole row and one node of each row below it. */
    private static QuorumSystem wall(long... widths) {
        List<Node> nodes = Expr.nodes((int) Arrays.stream(widths).sum());
        List<List<Node>> rows = new ArrayList<>();
        int from = 0;
        for (long width : widths) {
            rows.add(nodes.subList(from, from += (int) width));
        }
        List<Expr> quorums = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Expr quorum = Vote.all(rows.get(i));
            for (List<Node> below : rows.subList(i + 1, rows.size())) {
                quorum = quorum.times(Vote.any(below));
            }
            quorums.add(quorum);
        }
        return QuorumSystem.of(Vote.any(quorums));
    }

    private static QuorumSystem composition() {
        List<Node> nodes = Expr.nodes(9);
        return QuorumSystem.of(majority(majority(nodes.subList(0, 3)), majority(nodes.subList(3, 8)), nodes.get(8)));
    }

    private static QuorumSystem recursive(int k, int of, int height) {
        List<? extends Expr> level = Expr.nodes((int) Math.pow(of, height));
        while (level.size() > 1) {
            List<Expr> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += of) {
                above.add(choose(k, level.subList(i, i + of)));
            }
            level = above;
        }
        return QuorumSystem.of(level.get(0));
    }

    /** The root and a quorum of one subtree, or quorums of both: two of three. */
    private static QuorumSystem tree(int height) {
        List<Node> nodes = Expr.nodes((2 << height) - 1);
        return QuorumSystem.of(tree(nodes, 1));
    }

    private static Expr tree(List<Node> nodes, int i) {
        Node root = nodes.get(i - 1);
        return 2 * i > nodes.size() ? root : majority(root, tree(nodes, 2 * i), tree(nodes, 2 * i + 1));
    }

    /** A plane from a perfect difference set (Singer 1938). */
    private static QuorumSystem plane(int q) {
        int n = q * q + q + 1;
        List<Integer> differences =
                Map.of(2, List.of(0, 1, 3), 4, List.of(3, 6, 7, 12, 14)).get(q);
        List<Node> nodes = Expr.nodes(n);
        List<Expr> lines = IntStream.range(0, n)
                .mapToObj(shift -> Vote.all(differences.stream()
                        .map(difference -> nodes.get((difference + shift) % n))
                        .toList()))
                .toList();
        return QuorumSystem.of(Vote.any(lines));
    }

    private static Grid grid(Map<String, String> p) {
        return new Grid(number(p, "r"), number(p, "c"));
    }

    private static int number(Map<String, String> p, String name) {
        return Integer.parseInt(p.get(name));
    }

    private static long[] dashed(String numbers) {
        return Arrays.stream(numbers.split("-", -1)).mapToLong(Long::parseLong).toArray();
    }

    private static Map<String, String> parsed(String parameters) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String parameter : parameters.replaceAll(" .*", "").split(",", -1)) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2) {
                parsed.put(pair[0], pair[1]);
            }
        }
        return parsed;
    }
}
