package ftol.grader.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work is, and how long it will still take, on standard error. */
final class Progress {
    private Progress() {}

    /** A bar for so many steps; whoever closes it ends its line. */
    static ProgressBar of(String what, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }
}
