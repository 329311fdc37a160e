/**
 * A person's memory as plain files, to take along: the log, the records that cannot be derived anew, and the tools' entries.
 *
 * <p>The form is canonical: the same memory gives the same bytes, from every store.
 */
@NullMarked
package io.personaagent.memory.archive;

import org.jspecify.annotations.NullMarked;
