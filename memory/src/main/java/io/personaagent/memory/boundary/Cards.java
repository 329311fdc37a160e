package io.personaagent.memory.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds payment cards: an issuer's prefix and length, Luhn's check digit, and digits grouped as they stand on a card. Digits in another
 * arrangement count only where a card is spoken of just before. Digits of any script.
 */
final class Cards implements Finder {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int EARSHOT = 60;

    private static final Pattern SPOKEN_OF =
            Pattern.compile("(?i)card|karte|carte|tarjeta|cartão|visa|master|amex|maestro|credit|debit|卡|カード|карт");

    /** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay and Maestro, each with its lengths. */
    private static final Pattern ISSUED = Pattern.compile("4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"
            + "|5[1-5][0-9]{14}|(?:222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
            + "|3[47][0-9]{13}|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}|3(?:0[0-5]|[689][0-9])[0-9]{11}"
            + "|35(?:2[89]|[3-8][0-9])[0-9]{12}|62[0-9]{14,17}|(?:5018|5020|5038|5893|6304|6759|676[1-3])[0-9]{8,15}");

    private static final Pattern AS_ON_A_CARD = Pattern.compile("15|16|4 4 4 4|4 4 4 4 3|4 6 5");

    /** In how many groups the digits of a card usually stand, the most first. */
    private static final List<Integer> CARDS_HAVE = List.of(5, 4, 3, 1);

    /** Digits that stand together. */
    private record Group(int start, int end, String digits) {}

    @Override
    public void find(String text, Consumer<Find> found) {
        int at = 0;
        while (at < text.length()) {
            if (digit(text, at) < 0) {
                at++;
            } else {
                List<Group> row = row(text, at);
                if (!partOfMore(text, row)) {
                    cards(text, row, found);
                }
                at = row.get(row.size() - 1).end();
            }
        }
    }

    private static void cards(String text, List<Group> row, Consumer<Find> found) {
        int first = 0;
        while (first < row.size()) {
            int last = card(text, row, first);
            if (last >= 0) {
                String digits = digits(row.subList(first, last + 1));
                found.accept(new Find(
                        row.get(first).start(),
                        row.get(last).end(),
                        Secret.CARD,
                        "card ending " + digits.substring(digits.length() - 4)));
                first = last;
            }
            first++;
        }
    }

    /** The last group of the card that begins with a group; -1 when none does. */
    private static int card(String text, List<Group> row, int first) {
        for (int groups : CARDS_HAVE) {
            int behind = first + groups;
            if (behind <= row.size() && isCard(text, row.subList(first, behind))) {
                return behind - 1;
            }
        }
        boolean oddly = first == 0 && row.size() <= LONGEST && isCard(text, row);
        return oddly ? row.size() - 1 : -1;
    }

    private static boolean isCard(String text, List<Group> groups) {
        String digits = digits(groups);
        if (digits.length() < SHORTEST
                || digits.length() > LONGEST
                || !ISSUED.matcher(digits).matches()) {
            return false;
        }
        String lengths = String.join(
                " ", groups.stream().map(group -> "" + group.digits().length()).toList());
        int start = groups.get(0).start();
        return luhn(digits)
                && (AS_ON_A_CARD.matcher(lengths).matches()
                        || SPOKEN_OF
                                .matcher(text)
                                .region(Math.max(0, start - EARSHOT), start)
                                .find());
    }

    private static List<Group> row(String text, int from) {
        List<Group> row = new ArrayList<>();
        int at = from;
        while (at < text.length() && digit(text, at) >= 0) {
            int start = at;
            StringBuilder digits = new StringBuilder();
            while (at < text.length() && digit(text, at) >= 0) {
                digits.append(digit(text, at));
                at++;
            }
            row.add(new Group(start, at, digits.toString()));
            at += at + 1 < text.length() && separates(text.charAt(at)) ? 1 : 0;
        }
        return row;
    }

    /** Inside a name, a decimal number or the like, digits are no card. */
    private static boolean partOfMore(String text, List<Group> row) {
        int before = row.get(0).start() - 1;
        int behind = row.get(row.size() - 1).end();
        return (before >= 0 && isPart(text, before, before - 1))
                || (behind < text.length() && isPart(text, behind, behind + 1));
    }

    private static boolean isPart(String text, int at, int beyond) {
        char each = text.charAt(at);
        boolean digitBeyond = beyond >= 0 && beyond < text.length() && digit(text, beyond) >= 0;
        return (each < 0x80 && Character.isLetter(each))
                || each == '_'
                || ((each == '.' || each == ',') && digitBeyond);
    }

    private static String digits(List<Group> groups) {
        return String.join("", groups.stream().map(Group::digits).toList());
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 10);
    }

    private static boolean separates(char each) {
        return each == '-' || Character.isSpaceChar(each) || Character.getType(each) == Character.FORMAT;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
