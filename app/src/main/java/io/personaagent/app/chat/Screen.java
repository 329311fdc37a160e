package io.personaagent.app.chat;

/** What a conversation is shown on. */
public interface Screen {

    /** Shows a line of its own. */
    void line(String line);

    /** Shows a line that is not part of the conversation, such as which tool is used. */
    void aside(String line);

    /** Shows a piece of text and stays on the line. */
    void piece(String piece);

    /** Asks a question, and returns what was typed; an empty text when nobody can answer. */
    String answer(String question);
}
