/**
 * What every store owes, as tests: one for each sentence of the seams' Javadoc.
 *
 * <p>Whoever writes a store extends each class and says how to make an empty one.
 */
@NullMarked
package io.personaagent.memory.contract;

import org.jspecify.annotations.NullMarked;
