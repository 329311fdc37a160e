package io.personaagent.memory.boundary;

import java.util.function.Consumer;

/** Finds private keys in PEM armour, also one that was cut off before its end. */
final class PrivateKeys implements Finder {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 20_000;

    @Override
    public void find(String text, Consumer<Find> found) {
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int end = end(text, at);
            if (end > at) {
                found.accept(new Find(at, end, Secret.PRIVATE_KEY));
            }
            at = text.indexOf(BEGIN, Math.max(end, at + BEGIN.length()));
        }
    }

    /** Where the key that begins here has ended; -1 when none begins. */
    private static int end(String text, int begin) {
        String name = text.substring(begin + BEGIN.length(), Math.min(text.length(), begin + LONGEST_NAME));
        int named = name.indexOf(DASHES);
        if (named < 0 || !name.substring(0, named).contains("PRIVATE KEY")) {
            return -1;
        }
        int body = begin + BEGIN.length() + named + DASHES.length();
        String rest = text.substring(body, Math.min(text.length(), body + LONGEST_KEY));
        int last = rest.indexOf(END);
        int closed = last < 0 ? -1 : rest.indexOf(DASHES, last + END.length());
        return closed < 0 ? armoured(text, body) : body + closed + DASHES.length();
    }

    private static int armoured(String text, int from) {
        int at = from;
        while (at < text.length() && isArmour(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isArmour(char each) {
        return (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || (each >= '0' && each <= '9')
                || "+/=\\ \r\n\t".indexOf(each) >= 0;
    }
}
