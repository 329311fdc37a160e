package io.personaagent.memory.boundary;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds PINs, the codes of doors and safes, the words of a wallet, and keys that are called so. */
final class Codes implements Finder {

    private static final String WHICH =
            "(?:\\s(?:for|of|to|at|für|vom|von|zum|pour|de|du|del|para)\\s[^.,;!?\\n:=]{1,40}?)?";
    private static final String IS =
            "(?:\\s(?:is|was|ist|lautet|est|es)\\s|[\"']?\\s{0,3}[:=#]\\s{0,3})(?:(?:now|still|jetzt)\\s)?[\"']?";

    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile(
                    "(?i:(?<![\\p{L}\\p{N}])(?:pin|geheimzahl|geheimnummer|nip)(?:[ -]?(?:code|number|nummer|no\\.?))?"
                            + WHICH + IS + ")(?<value>[0-9]{4,8})(?![0-9])"),
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:PIN|(?i:(?:my|meine|mon|mi) pin))\\s(?<value>[0-9]{4,8})(?![0-9])"),
            Pattern.compile(
                    "(?i:(?<![\\p{L}\\p{N}])(?:alarm|door|gate|entry|lock|safe|vault|garage|locker|unlock|security|tür|haustür)"
                            + "(?:'s)?[ -]?(?:code|combination|pin)"
                            + WHICH
                            + IS
                            + ")(?<value>[#*]?[0-9](?:[ -]?[0-9]){2,11}[#*]?)(?![0-9])"),
            Pattern.compile("(?i:(?<![\\p{L}\\p{N}])combination" + WHICH + IS
                    + ")(?<value>[0-9]{1,2}(?:[ -][0-9]{1,2}){2,3})(?![0-9])"));

    private static final Pattern WALLET = Pattern.compile("(?i:(?:seed|recovery|mnemonic|backup) (?:phrase|words?)"
            + WHICH + "(?:\\s(?:is|are)\\s|\\s{0,3}[:=]\\s{0,3}))(?<value>(?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})");

    private static final Pattern CALLED_KEY = Pattern.compile(
            "(?i:(?:api|secret|access|client|private|account|auth|license)[_ -]?(?:key|secret|token)|secret|token)"
                    + "(?i:[\"']?(?:\\s{0,3}[:=]{1,2}\\s{0,3}|\\s(?:is|ist|est|es)\\s))[\"']?"
                    + "(?=(?:[^A-Za-z\\s]{0,40}[A-Za-z]){4})(?=(?:[^0-9\\s]{0,100}[0-9]){2})(?<value>[A-Za-z0-9_+/=~.-]{16,}+)");

    @Override
    public void find(String text, Consumer<Find> found) {
        NUMBERS.forEach(pattern -> each(pattern, text, Secret.CODE, found));
        each(WALLET, text, Secret.PASSWORD, found);
        each(CALLED_KEY, text, Secret.API_KEY, found);
    }

    private static void each(Pattern pattern, String text, Secret secret, Consumer<Find> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(new Find(matcher.start("value"), matcher.end("value"), secret));
        }
    }
}
