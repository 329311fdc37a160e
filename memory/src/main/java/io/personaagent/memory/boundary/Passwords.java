package io.personaagent.memory.boundary;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a person, a command or a configuration calls a password, in some languages. */
final class Passwords implements Finder {

    /** At most so much may stand between "password for ..." and "is". */
    private static final String WHICH =
            "(?:\\s(?:for|of|to|at|on|für|vom|von|zum|pour|de|du|del|para|da|do)\\s[^.,;!?\\n:=]{1,40}?)?";

    private static final Pattern SAID = Pattern.compile(
            "(?i:(?<![\\p{L}\\p{N}])(?:password|passwd|passcode|pwd|pw|pass\\s?phrase"
                    + "|passwort|kennwort|mot de passe|mdp|contraseña|contrasena|clave|senha|wachtwoord|lösenord|hasło|пароль)"
                    + "(?![\\p{L}\\p{N}]))"
                    + WHICH
                    + "(?:(?<stated>\\s(?i:is|was|equals|ist|lautet|war|est|es|era|é|это)\\s)|(?<set>[\"'\u201d]?\\s{0,3}(?:[:=\uff1a]|->|=>){1,2}\\s{0,3}))");

    private static final Pattern ASIAN =
            Pattern.compile("(?:密码|密碼|口令|パスワード|暗証番号|비밀번호)(?:[^\\n。，]{0,12}?)(?<set>是|为|為|は|는|[:\uff1a=])\\s{0,3}");

    private static final Pattern CODED =
            Pattern.compile("(?i:pass(?:word|wd|phrase)|pwd)(?<set>[\"']?\\s{0,3}[:=]{1,2}\\s{0,3})");

    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--?(?i:password|passwd|pwd)(?<set>[ =])");

    @Override
    public void find(String text, Consumer<Find> found) {
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            boolean stated = said.group("stated") != null;
            Value.after(text, said.end())
                    .filter(value -> stated ? value.isSecret() : value.isSetAsSecret())
                    .ifPresent(value -> found.accept(value.as(Secret.PASSWORD)));
        }
        set(ASIAN, text, found);
        set(CODED, text, found);
        set(OPTION, text, found);
    }

    private static void set(Pattern shape, String text, Consumer<Find> found) {
        Matcher matcher = shape.matcher(text);
        while (matcher.find()) {
            Value.after(text, matcher.end())
                    .filter(Value::isSetAsSecret)
                    .ifPresent(value -> found.accept(value.as(Secret.PASSWORD)));
        }
    }
}
