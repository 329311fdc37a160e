package io.personaagent.core.plan;

/** Tells where code stands in a text with backticks, character by character. A span that one or two of them began ends with the line. */
final class CodeSpan {

    private static final int BLOCK = 3;

    private int ticks;
    private int open;

    void see(char next) {
        if (next == '`') {
            ticks++;
            return;
        }
        settle();
        if (next == '\n' && open < BLOCK) {
            open = 0;
        }
    }

    /** Whether what comes next stands in code, unless it is another backtick. */
    boolean isOpen() {
        return ticks > 0 ? (open == 0 || open != ticks) : open > 0;
    }

    private void settle() {
        if (ticks > 0) {
            open = open == 0 ? ticks : open == ticks ? 0 : open;
            ticks = 0;
        }
    }
}
