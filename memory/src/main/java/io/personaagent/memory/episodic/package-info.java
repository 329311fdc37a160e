/**
 * The default backend: the words as they were said stay the value, and are found by several keys at once.
 *
 * <p>Written down are, for every turn, its text ({@code turn}) and its text between what was said before and after it
 * ({@code context}), each with a vector; no model is asked to extract anything. Recall fuses four rankings over them.
 */
@NullMarked
package io.personaagent.memory.episodic;

import org.jspecify.annotations.NullMarked;
