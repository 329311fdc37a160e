package io.personaagent.memory.sqlite;

import io.personaagent.memory.text.Terms;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The full-text index of one collection: an FTS5 table that holds the {@link Terms} of each record's text, and knows nothing of language.
 *
 * <p>A record scores the sum over the different terms of the query of
 *
 * <pre>  max(1e-6, ln((N - n + 0.5) / (n + 0.5))) * f * 2.2 / (f + 1.2 * (0.25 + 0.75 * D / A))</pre>
 *
 * with N the records of the collection, those without text included; n those that have the term; f how often this record has it; D how
 * many terms this record has, and A how many a record has on average. This is FTS5's {@code bm25()} with the sign turned.
 */
final class TermTable {

    // The tokenizer parts words at these and folds upper case; so they are moved to where Unicode has nothing.
    private static final char MOVED = '\uE000';
    private static final char MOVED_END = '\uE0FF';

    // CROSS JOIN: the index first, then the records that it names.
    private static final String MATCHES =
            "SELECT id, -bm25(%s) FROM %s CROSS JOIN record ON number = %s.rowid WHERE %s MATCH ?";

    private final Handle handle;
    private final String name;

    /** Takes a row that matched, with its score. */
    interface Match {
        void take(String id, double score);
    }

    TermTable(Handle handle, long collection) {
        this.handle = handle;
        this.name = "terms_" + collection;
    }

    /** Makes the table; it wipes what is deleted from it. */
    void create() throws SQLException {
        handle.script("CREATE VIRTUAL TABLE %s USING fts5(terms, tokenize = 'ascii')".formatted(name));
        handle.script("INSERT INTO %s(%s, rank) VALUES ('secure-delete', 1)".formatted(name, name));
    }

    void drop() throws SQLException {
        handle.script("DROP TABLE " + name);
    }

    void put(long record, String text) throws SQLException {
        handle.run("INSERT INTO %s(rowid, terms) VALUES (?, ?)".formatted(name), record, joined(Terms.of(text)));
    }

    void remove(long record) throws SQLException {
        handle.run("DELETE FROM %s WHERE rowid = ?".formatted(name), record);
    }

    /** Every record that has a term of the query, in no order. */
    void match(String query, Match match) throws SQLException {
        LinkedHashSet<String> terms = new LinkedHashSet<>(Terms.of(query));
        if (terms.isEmpty()) {
            return;
        }
        String anyOfThem =
                terms.stream().map(term -> "\"" + encoded(term) + "\"").collect(Collectors.joining(" OR "));
        handle.each(
                MATCHES.formatted(name, name, name, name),
                row -> {
                    match.take(Handle.text(row, 1), row.getDouble(2));
                    return true;
                },
                anyOfThem);
    }

    private static String joined(List<String> terms) {
        return terms.stream().map(TermTable::encoded).collect(Collectors.joining(" "));
    }

    /** The term as the tokenizer takes it for one word; different for different terms. */
    static String encoded(String term) {
        StringBuilder encoded = new StringBuilder(term.length());
        for (int i = 0; i < term.length(); i++) {
            char character = term.charAt(i);
            if (character >= MOVED && character <= MOVED_END) {
                encoded.append(MOVED_END).append(character);
            } else if (isPlain(character)) {
                encoded.append(character);
            } else {
                encoded.append((char) (MOVED + character));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character >= 0x80;
    }
}
