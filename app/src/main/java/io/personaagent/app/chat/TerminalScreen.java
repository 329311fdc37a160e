package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows the conversation on a terminal. Control characters in what others wrote are shown, not obeyed. */
final class TerminalScreen implements Screen {

    private final Terminal terminal;
    private final LineReader reader;
    private final LineReader asking;

    /** @param reader what the person types into; lines are shown above it */
    TerminalScreen(Terminal terminal, LineReader reader) {
        this.terminal = requireNonNull(terminal, "terminal");
        this.reader = requireNonNull(reader, "reader");
        // What is answered to a question is not part of the history.
        this.asking = LineReaderBuilder.builder()
                .terminal(terminal)
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public void line(String line) {
        reader.printAbove(harmless(line));
    }

    @Override
    public void aside(String line) {
        reader.printAbove(new AttributedStringBuilder()
                .styled(AttributedStyle.DEFAULT.faint(), harmless(line))
                .toAttributedString());
    }

    @Override
    public void piece(String piece) {
        terminal.writer().print(harmless(piece));
        terminal.flush();
    }

    @Override
    public String answer(String question) {
        try {
            return asking.readLine(harmless(question) + " ");
        } catch (UserInterruptException | EndOfFileException refused) {
            return "";
        }
    }

    /** Escape sequences could repaint the screen or write to the clipboard; only line breaks and tabs pass. */
    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
    }
}
