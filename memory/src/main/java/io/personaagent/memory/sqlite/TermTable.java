package io.personaagent.memory.sqlite;

import io.personaagent.memory.text.Terms;
import java.sql.SQLException;
import java.util.Arrays;
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

    private final Handle handle;
    private final String name;

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

    /** The query for the terms of each record, as they are kept. */
    String texts() {
        return "SELECT terms FROM " + name;
    }

    void remove(long record) throws SQLException {
        handle.run("DELETE FROM %s WHERE rowid = ?".formatted(name), record);
    }

    /** Adds up the table: how many records and terms there are. FTS5 keeps this in a row of its own. */
    Totals totals() throws SQLException {
        return handle.first(
                        "SELECT block FROM %s_data WHERE id = 1".formatted(name),
                        row -> Totals.of(Handle.bytes(row, 1)))
                .orElse(Totals.NONE);
    }

    /** How many records have the term. */
    int having(String term) throws SQLException {
        return (int)
                handle.remembered("SELECT doc FROM temp.%s WHERE term = ?".formatted(vocabulary("row")), encoded(term));
    }

    /** The records that have the term, in the order of their numbers, each as often as it has it. */
    long[] places(String term) throws SQLException {
        String numbers = handle.first(
                        "SELECT group_concat(doc, ' ') FROM temp.%s WHERE term = ?".formatted(vocabulary("instance")),
                        row -> Handle.text(row, 1),
                        encoded(term))
                .orElse("");
        return numbers(numbers);
    }

    /** The lengths of the records after one, in terms, in the order of their numbers. */
    void lengths(long after, Lengths lengths) throws SQLException {
        handle.each(
                "SELECT id, sz FROM %s_docsize WHERE id > ? ORDER BY id".formatted(name),
                row -> {
                    lengths.take(row.getLong(1), (int) new Varints(Handle.bytes(row, 2)).next());
                    return true;
                },
                after);
    }

    /** The record's terms in the order of its text; none when it has no row. */
    List<String> terms(long record) throws SQLException {
        return handle.first(
                        "SELECT c0 FROM %s_content WHERE id = ?".formatted(name),
                        row -> List.of(Handle.text(row, 1).split(" ", -1)),
                        record)
                .orElse(List.of());
    }

    /** The terms of several records, in the order of the records; those that have no row are left out. */
    void terms(long[] records, RecordTerms taker) throws SQLException {
        handle.each(
                "SELECT key, c0 FROM json_each(?) CROSS JOIN %s_content AS content ON content.id = value"
                        .formatted(name),
                row -> {
                    taker.take(row.getInt(1), Handle.text(row, 2).split(" ", -1));
                    return true;
                },
                Arrays.toString(records));
    }

    /** Takes the terms of the record at a place of the list. */
    interface RecordTerms {
        void take(int at, String[] terms);
    }

    /** Takes a record with the number of its terms. */
    interface Lengths {
        void take(long record, int length);
    }

    // FTS5 shows its index to a table that must be made for it; made for this connection only, it is not in the file.
    private String vocabulary(String type) throws SQLException {
        String table = name + "_" + type;
        if (handle.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = ?", table) == 0) {
            long before = handle.number("PRAGMA query_only");
            handle.script("PRAGMA query_only = 0");
            handle.script(
                    "CREATE VIRTUAL TABLE temp.%s USING fts5vocab('main', '%s', '%s')".formatted(table, name, type));
            handle.script("PRAGMA query_only = " + before);
        }
        return table;
    }

    private static long[] numbers(String text) {
        long[] numbers = new long[16];
        int count = 0;
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != ' ') {
                number = 10 * number + character - '0';
                continue;
            }
            numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
            numbers[count++] = number;
            number = 0;
        }
        if (text.isEmpty()) {
            return new long[0];
        }
        numbers = Arrays.copyOf(numbers, count + 1);
        numbers[count] = number;
        return numbers;
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
