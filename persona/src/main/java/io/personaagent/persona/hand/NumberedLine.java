package io.personaagent.persona.hand;

import java.util.ArrayList;
import java.util.List;

/** A line that says something, with the number that an editor shows. */
record NumberedLine(int number, String text) {

    /** Comments and empty lines left out; a line that begins with a blank is joined to the one before. */
    static List<NumberedLine> of(String text) {
        List<NumberedLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.replaceFirst("^\ufeff", "").split("\\R", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                NumberedLine before = lines.remove(lines.size() - 1);
                lines.add(new NumberedLine(before.number, before.text + " " + line.strip()));
            } else {
                lines.add(new NumberedLine(number, line.strip()));
            }
        }
        return lines;
    }
}
