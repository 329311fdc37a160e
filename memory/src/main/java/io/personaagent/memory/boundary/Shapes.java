package io.personaagent.memory.boundary;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is known by its shape; only the group {@code value} is the secret where the pattern has one. */
record Shapes(Secret secret, Pattern shape, boolean inPart) implements Finder {

    private static final String ALONE = "(?<![A-Za-z0-9_-])";

    /** Keys that begin as their makers publish. */
    static final Shapes API_KEYS =
            whole(Secret.API_KEY, ALONE + "(?:" + String.join("|", Resource.lines("api-keys.txt")) + ")");

    /** JSON web tokens, signed or not. */
    static final Shapes WEB_TOKENS =
            whole(Secret.TOKEN, ALONE + "eyJ[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?");

    /** What follows "Bearer", or "Authorization: Basic". */
    static final Shapes AUTHORIZATION = part(
            Secret.TOKEN,
            "(?i:(?<![a-z0-9])bearer|authorization[\"']?\\s?[:=]\\s?[\"']?(?:basic|token|apikey))\\s{1,4}"
                    + "(?=[A-Za-z0-9._~+/=-]{0,400}[0-9])(?<value>[A-Za-z0-9._~+/=-]{16,}+)");

    /** The password in {@code scheme://user:password@host}. */
    static final Shapes CONNECTIONS = part(
            Secret.PASSWORD,
            "(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/@:\"'<>]{0,100}+:(?<value>[^\\s/@\"'<>]{1,200}+)@");

    /** A card's check number. */
    static final Shapes CARD_CODES = part(
            Secret.CARD_CODE,
            "(?i:(?<![\\p{L}\\p{N}])(?:cvv2?|cvc2?|prüfziffer|prüfnummer|cryptogramme))[\"']?(?i:\\s(?:code|number))?"
                    + "(?i:\\s?(?:[:=]|\\s(?:is|ist|est|es)\\s))?\\s?[\"']?(?<value>[0-9]{3,4})(?![0-9])");

    private static Shapes whole(Secret secret, String shape) {
        return new Shapes(secret, Pattern.compile(shape), false);
    }

    private static Shapes part(Secret secret, String shape) {
        return new Shapes(secret, Pattern.compile(shape), true);
    }

    @Override
    public void find(String text, Consumer<Find> found) {
        Matcher matcher = shape.matcher(text);
        while (matcher.find()) {
            found.accept(
                    inPart
                            ? new Find(matcher.start("value"), matcher.end("value"), secret)
                            : new Find(matcher.start(), matcher.end(), secret));
        }
    }
}
