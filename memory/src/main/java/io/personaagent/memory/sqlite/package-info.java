/**
 * The embedded store: one SQLite file per person.
 *
 * <p>{@link io.personaagent.memory.sqlite.SqliteStores} finds the file, {@code DatabaseFile} decides whether it may be opened, {@code Schema}
 * brings it up to date, {@code Database} lends connections, and the rest is one class per seam. Every row carries a hash of its content,
 * which is compared on every read: SQLite itself does not notice a flipped bit.
 */
@NullMarked
package io.personaagent.memory.sqlite;

import org.jspecify.annotations.NullMarked;
