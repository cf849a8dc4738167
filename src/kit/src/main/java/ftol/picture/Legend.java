package ftol.picture;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Says what the signs in a {@link Swimlane} mean: those that it has. */
final class Legend {
    /** Signs, in the order in which they are explained. */
    enum Item {
        BEAT("heartbeat"),
        STATE("state"),
        OTHER("other"),
        ASK("request or redirection"),
        CLIENT("answer"),
        LOST("lost"),
        OPERATION("a client asks, and has its answer"),
        MISSING("acknowledged, yet lost"),
        PRIMARY("primary"),
        SECONDARY("secondary"),
        ZOMBIE("no longer primary, but does not know"),
        FROZEN("frozen"),
        CUT("cut");

        private final String words;

        Item(String words) {
            this.words = words;
        }
    }

    private static final double SIGN = 30;
    private static final double LETTER = 5.9;
    private static final double GAP = 20;
    private static final double LINE = 20;

    private final Set<Item> items = EnumSet.noneOf(Item.class);
    private final Set<String> others = new TreeSet<>();
    private final Set<Long> epochs = new TreeSet<>();

    void needs(Item item) {
        items.add(item);
    }

    /** A message between nodes that is none of the usual ones. */
    void needsOther(String kind) {
        items.add(Item.OTHER);
        others.add(kind);
    }

    void needsEpoch(long epoch) {
        items.add(Item.PRIMARY);
        epochs.add(epoch);
    }

    /** Returns how high it is. */
    double height() {
        return draw(null, 0);
    }

    /** Draws it from this height downwards, and returns how high it is. */
    double draw(Svg svg, double top) {
        double x = 16;
        double y = top;
        for (Item item : items) {
            String words = words(item);
            double width = SIGN + LETTER * words.length() + GAP;
            if (x + width > Lanes.WIDTH) {
                x = 16;
                y += LINE;
            }
            if (svg != null) {
                sign(svg, item, x, y);
                svg.text("small", x + SIGN, y + 4, words);
            }
            x += width;
        }
        return y + LINE - top;
    }

    private String words(Item item) {
        return switch (item) {
            case PRIMARY -> epochs.equals(Set.of(0L)) ? item.words : "primary, coloured by epoch";
            case OTHER -> String.join(", ", others);
            default -> item.words;
        };
    }

    private void sign(Svg svg, Item item, double x, double y) {
        switch (item) {
            case BEAT -> svg.line("beat", x, y, x + 24, y);
            case STATE -> svg.line("state", x, y, x + 24, y);
            case OTHER -> svg.line("other", x, y, x + 24, y);
            case ASK -> svg.line("ask", x, y, x + 24, y);
            case CLIENT -> svg.line("client", x, y, x + 24, y);
            case LOST -> svg.line("state", x, y, x + 16, y).cross("cross", x + 20, y, 3.5);
            case OPERATION -> svg.circle("open", x + 6, y, 3).circle("done", x + 18, y, 4);
            case MISSING -> svg.cross("missing", x + 12, y, 4);
            case PRIMARY -> {
                double width = 24.0 / Math.max(1, Math.min(3, epochs.size()));
                int i = 0;
                for (long epoch : epochs) {
                    if (i < 3) {
                        svg.rect("role " + NodeBars.colour(epoch), x + width * i++, y - 6, width, 12);
                    }
                }
            }
            case SECONDARY -> svg.rect("role secondary", x, y - 6, 24, 12);
            case ZOMBIE -> svg.rect("zombie", x, y - 6, 24, 12);
            case FROZEN -> svg.rect("frozen", x, y - 6, 24, 12);
            case CUT -> svg.rect("cut", x, y - 6, 24, 12);
        }
    }
}
