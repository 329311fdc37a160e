package io.personaagent.plugins.calculator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a unit, as it was written.
 *
 * @param unit the unit's name, not yet looked up
 */
record Quantity(BigDecimal amount, String unit) {

    private static final String NUMBER =
            "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,30})(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?|an?(?= ))";
    private static final Pattern ONE =
            Pattern.compile(NUMBER + "\\s*([^\\d\\s+-][^\\d]*?[23]?)(?:\\s*,?\\s*(?:and\\s+)?(?=[\\d])|\\s*$)");
    private static final int LONGEST = 100;

    /** Reads "5 miles", "5 ft 11 in", "an hour"; empty when the text is something else. A unit alone means one of it. */
    static List<Quantity> read(String text) {
        String written = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('−', '-')
                .strip();
        if (written.length() > LONGEST) {
            return List.of();
        }
        if (written.matches("[^\\d+-][^\\d]*") && !written.matches("an? .*")) {
            return List.of(new Quantity(BigDecimal.ONE, written));
        }
        List<Quantity> parts = new ArrayList<>();
        Matcher one = ONE.matcher(written);
        int end = 0;
        while (end < written.length() && one.find(end) && one.start() == end) {
            parts.add(new Quantity(amount(one.group(1)), one.group(2).strip()));
            end = one.end();
        }
        return end < written.length() ? List.of() : parts;
    }

    private static BigDecimal amount(String number) {
        return number.startsWith("a") ? BigDecimal.ONE : new BigDecimal(number.replace(",", ""));
    }
}
