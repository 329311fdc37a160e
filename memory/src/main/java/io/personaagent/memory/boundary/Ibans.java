package io.personaagent.memory.boundary;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;

/** Finds bank accounts by their international number: the country's length and structure, and both check digits. */
final class Ibans implements Finder {

    private static final Pattern BEGINNING =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?=[ \u00A0-]?[A-Za-z0-9])");

    @Override
    public void find(String text, Consumer<Find> found) {
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find()) {
            int end = end(text, beginning.start());
            if (end > 0) {
                String last = text.substring(beginning.start(), end).replaceAll("[^A-Za-z0-9]", "");
                found.accept(new Find(
                        beginning.start(), end, Secret.IBAN, "IBAN ending " + last.substring(last.length() - 2)));
            }
        }
    }

    /** Where the number that begins here has ended; -1 when none begins. */
    private static int end(String text, int start) {
        int length = length(text.substring(start, start + 2));
        StringBuilder number = new StringBuilder();
        int at = start;
        while (at < text.length() && number.length() < length) {
            char each = text.charAt(at);
            if (isSign(each)) {
                number.append(each);
            } else if (!isBetween(each) || at + 1 == text.length() || !isSign(text.charAt(at + 1))) {
                return -1;
            }
            at++;
            boolean whole = at == text.length() || !isSign(text.charAt(at));
            if (whole && number.length() == length && isIban(number.toString())) {
                return at;
            }
        }
        return -1;
    }

    private static int length(String country) {
        return Optional.ofNullable(CountryCode.getByCode(country.toUpperCase(Locale.ROOT)))
                .filter(IbanUtil::isSupportedCountry)
                .map(IbanUtil::getIbanLength)
                .orElse(0);
    }

    private static boolean isIban(String number) {
        return IbanUtil.isValid(number.toUpperCase(Locale.ROOT));
    }

    private static boolean isSign(char each) {
        return (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    }

    private static boolean isBetween(char each) {
        return each == ' ' || each == '\u00A0' || each == '-';
    }
}
