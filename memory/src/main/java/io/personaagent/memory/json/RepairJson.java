package io.personaagent.memory.json;

import java.util.Map;

/**
 * Mends what models get wrong when they write JSON, without guessing at content: code fences around it, single or curly quotes, keys
 * without quotes, raw line breaks inside texts, trailing commas, Python's words. What was cut off stays cut off. One pass, linear.
 */
final class RepairJson {

    private static final Map<String, String> WORDS = Map.of("True", "true", "False", "false", "None", "null");

    private final String text;
    private final StringBuilder mended = new StringBuilder();
    private int at;

    private RepairJson(String text) {
        this.text = text;
    }

    static String mend(String json) {
        return new RepairJson(withoutFence(json)).all();
    }

    private static String withoutFence(String json) {
        String bare = json.strip();
        if (!bare.startsWith("```")) {
            return bare;
        }
        int firstLine = bare.indexOf('\n');
        String inside = firstLine < 0 ? bare.substring(3) : bare.substring(firstLine + 1);
        return (inside.endsWith("```") ? inside.substring(0, inside.length() - 3) : inside).strip();
    }

    private String all() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (isQuote(next)) {
                quoted(next);
            } else if (Character.isLetter(next)) {
                word();
            } else {
                at++;
                if (next == '}' || next == ']') {
                    dropTrailingComma();
                }
                mended.append(next);
            }
        }
        return mended.toString();
    }

    private void quoted(char opening) {
        mended.append('"');
        at++;
        while (at < text.length() && !closes(opening, text.charAt(at))) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length()) {
                escaped(text.charAt(at++));
            } else if (next == '"') {
                mended.append("\\\"");
            } else if (next < ' ') {
                mended.append("\\u%04x".formatted((int) next));
            } else {
                mended.append(next);
            }
        }
        if (at < text.length()) {
            at++;
            mended.append('"');
        }
    }

    /** JSON knows no escaped single quote. */
    private void escaped(char next) {
        mended.append(next == '\'' ? "'" : "\\" + next);
    }

    private void word() {
        int start = at;
        while (at < text.length() && isPartOfWord(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        mended.append(nextIsColon() ? "\"" + word + "\"" : WORDS.getOrDefault(word, word));
    }

    private boolean nextIsColon() {
        int ahead = at;
        while (ahead < text.length() && Character.isWhitespace(text.charAt(ahead))) {
            ahead++;
        }
        return ahead < text.length() && text.charAt(ahead) == ':';
    }

    private static boolean isPartOfWord(char next) {
        return Character.isLetterOrDigit(next) || next == '_';
    }

    private void dropTrailingComma() {
        int last = mended.length() - 1;
        while (last >= 0 && Character.isWhitespace(mended.charAt(last))) {
            last--;
        }
        if (last >= 0 && mended.charAt(last) == ',') {
            mended.deleteCharAt(last);
        }
    }

    private static boolean isQuote(char next) {
        return next == '"' || next == '\'' || isCurly(next);
    }

    private static boolean closes(char opening, char next) {
        return isCurly(opening) ? isCurly(next) : next == opening;
    }

    private static boolean isCurly(char next) {
        return next == '\u201c' || next == '\u201d';
    }
}
