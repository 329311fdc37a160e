package io.personaagent.plugins.calculator;

import java.text.Normalizer;
import java.util.List;

/** Turns sums as people write them into expressions: "15% of 80", "3 times 4 squared", "1,000 ÷ 8". */
final class Spelling {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final List<String[]> RULES = List.of(
            new String[] {"[×·⋅]", "*"},
            new String[] {"[÷∕]", "/"},
            new String[] {"[−–—]", "-"},
            new String[] {"π", "PI"},
            new String[] {"²", "^2"},
            new String[] {"³", "^3"},
            new String[] {"\\*\\*", "^"},
            new String[] {"^\\s*(?i:what is|what's|how much is|calculate|compute)\\s+", ""},
            new String[] {"[=?\\s]+$", ""},
            new String[] {"(?i)\\b(?:plus)\\b", "+"},
            new String[] {"(?i)\\b(?:minus|less)\\b", "-"},
            new String[] {"(?i)\\b(?:times|multiplied by)\\b", "*"},
            new String[] {"(?<=\\d)\\s*[xX]\\s*(?=\\d)", "*"},
            new String[] {"(?i)\\b(?:divided by|over)\\b", "/"},
            new String[] {"(?i)\\bto the power(?: of)?\\b", "^"},
            new String[] {"(?i)\\s*\\bsquared\\b", "^2"},
            new String[] {"(?i)\\s*\\bcubed\\b", "^3"},
            new String[] {"(?i)\\b(?:the )?square root of\\s+" + NUMBER, "SQRT($1)"},
            new String[] {"(?i)\\b(?:the )?square root of\\s*\\(", "SQRT("},
            new String[] {"√\\s*" + NUMBER, "SQRT($1)"},
            new String[] {"√\\s*\\(", "SQRT("},
            new String[] {"\\b(\\d+)!", "FACT($1)"},
            new String[] {"(?i)\\s*\\bper ?cent\\b", "%"},
            new String[] {"(?i)" + NUMBER + "\\s*% off\\b(?: of)?(.+)$", "($2)*(1-$1/100)"},
            new String[] {"(?i)" + NUMBER + "\\s*%\\s*of\\b", "($1/100)*"},
            new String[] {"^(.+\\S)\\s*([+-])\\s*" + NUMBER + "\\s*%$", "($1)*(1$2$3/100)"},
            new String[] {NUMBER + "\\s*%(?!\\s*[\\d(])", "($1/100)"},
            new String[] {"(?i)\\bmod(?:ulo)?\\b", "%"});

    private Spelling() {}

    static String expression(String text) {
        String expression = superscripts(text).strip();
        for (String[] rule : RULES) {
            expression = expression.replaceAll(rule[0], rule[1]);
        }
        return expression.matches(".*\\p{L}.*") ? expression : expression.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
    }

    /** NFKC makes 2 of ², and three times a number of three squared: these go first. */
    private static String superscripts(String text) {
        return Normalizer.normalize(text.replace("²", "^2").replace("³", "^3"), Normalizer.Form.NFKC);
    }
}
