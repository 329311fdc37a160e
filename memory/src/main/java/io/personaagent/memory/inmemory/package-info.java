/** The reference of every store seam, kept in the memory of the process: for tests, trials, and as the definition of what a store owes. */
@NullMarked
package io.personaagent.memory.inmemory;

import org.jspecify.annotations.NullMarked;
