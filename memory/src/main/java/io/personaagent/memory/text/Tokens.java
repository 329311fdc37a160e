package io.personaagent.memory.text;

import java.lang.Character.UnicodeScript;

/** About how many tokens a language model makes of a text; the models differ, so this is an estimate that rather says too many. */
public final class Tokens {

    /** The rule of thumb for English. */
    private static final int LETTERS = 4;

    private Tokens() {}

    /** Four characters to a token, and in scripts other than the Latin one character. */
    public static int about(String text) {
        int quarters = text.codePoints().map(Tokens::quarters).sum();
        return (quarters + LETTERS - 1) / LETTERS;
    }

    private static int quarters(int character) {
        boolean latin = character < 0x80 || UnicodeScript.of(character) == UnicodeScript.LATIN;
        return latin ? 1 : LETTERS;
    }
}
