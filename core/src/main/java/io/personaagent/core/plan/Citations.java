package io.personaagent.core.plan;

import io.personaagent.core.plan.Sources.Source;
import io.personaagent.core.turn.Ground;
import io.personaagent.memory.episode.EpisodeId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes marks such as [m1] or [t2, s1] out of what a model says, whole or piece by piece, and keeps what they name. What they name that
 * there is not is dropped and counted. In code nothing is a mark.
 */
final class Citations {

    private static final String ID = "[mts]\\d{1,3}";
    private static final Pattern MARK =
            Pattern.compile("[ \\t]{0,2}\\[\\s{0,2}(%s(?:\\s{0,2}[,;]\\s{0,2}%s){0,20})\\s{0,2}]".formatted(ID, ID));
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    private final Sources sources;
    private final StringBuilder held = new StringBuilder();
    private final CodeSpan code = new CodeSpan();
    private final Set<Source> named = new LinkedHashSet<>();
    private int unknown;
    private char last = '\n';
    private boolean markBeganALine;

    Citations(Sources sources) {
        this.sources = sources;
    }

    /** What can be said of it so far; the rest waits for what comes next. */
    String take(String piece) {
        held.append(piece);
        return said(false);
    }

    /** What was waiting, when nothing comes any more. */
    String rest() {
        return said(true);
    }

    /** The text without its marks. */
    String of(String text) {
        return take(text) + rest();
    }

    /** The episodes of the memories that were named, in the order in which they were. */
    List<EpisodeId> episodes() {
        return named.stream()
                .flatMap(source -> source.evidence().stream())
                .distinct()
                .toList();
    }

    /** The ids of what was named of this kind, in the order in which it was. */
    List<String> ids(Ground.Kind kind) {
        return named.stream()
                .map(Source::ground)
                .filter(ground -> ground.kind() == kind)
                .map(Ground::id)
                .toList();
    }

    /** How often something was named that there is not. */
    int unknown() {
        return unknown;
    }

    private String said(boolean ended) {
        StringBuilder said = new StringBuilder();
        Matcher mark = MARK.matcher(held);
        int at = 0;
        while (at < held.length()) {
            char next = held.charAt(at);
            boolean found = maybeMark(next) && mark.region(at, held.length()).lookingAt();
            if (found && isMark(next, mark.group(1))) {
                note(mark.group(1));
                at = mark.end();
            } else if (!found && maybeMark(next) && mark.hitEnd() && !ended) {
                break;
            } else {
                say(next, said);
                at++;
            }
        }
        held.delete(0, at);
        return said.toString();
    }

    private boolean maybeMark(char next) {
        return !code.isOpen() && (next == '[' || next == ' ' || next == '\t');
    }

    /** Right behind a letter or digit an id that means nothing may be an index in a formula. */
    private boolean isMark(char first, String ids) {
        boolean index = first == '[' && last < 0x80 && Character.isLetterOrDigit(last);
        return !index
                || SEPARATOR.splitAsStream(ids).anyMatch(id -> sources.find(id).isPresent());
    }

    private void note(String ids) {
        SEPARATOR.splitAsStream(ids).map(sources::find).forEach(this::note);
        markBeganALine |= last == '\n';
    }

    private void note(Optional<Source> source) {
        source.ifPresentOrElse(named::add, () -> unknown++);
    }

    /** Where a mark began the line, the blank behind it goes with it. */
    private void say(char next, StringBuilder said) {
        if (markBeganALine && (next == ' ' || next == '\t')) {
            return;
        }
        markBeganALine = false;
        code.see(next);
        last = next;
        said.append(next);
    }
}
