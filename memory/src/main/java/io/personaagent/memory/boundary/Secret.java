package io.personaagent.memory.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sorts of secret that are never kept. */
public enum Secret {
    API_KEY("API key"),
    TOKEN("access token"),
    PRIVATE_KEY("private key"),
    CARD("card number"),
    CARD_CODE("card code"),
    IBAN("IBAN"),
    PASSWORD("password"),
    CODE("PIN or code");

    private final String words;

    Secret(String words) {
        this.words = words;
    }

    /** What a person calls it. */
    public String words() {
        return words;
    }

    /** Such as {@code the card number and 2 passwords}; empty for none. */
    public static String told(List<Secret> removed) {
        List<String> parts = removed.stream()
                .collect(Collectors.groupingBy(each -> each, () -> new TreeMap<>(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey()))
                .map(entry -> entry.getValue() == 1
                        ? "the " + entry.getKey().words
                        : "%,d %ss".formatted(entry.getValue(), entry.getKey().words))
                .toList();
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
