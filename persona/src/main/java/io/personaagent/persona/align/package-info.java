/**
 * Test-time alignment of a persona with what the person really wanted (Algorithm 1 of the paper): the seam between the loop that
 * simulates and gates, and the aligners that propose.
 */
@NullMarked
package io.personaagent.persona.align;

import org.jspecify.annotations.NullMarked;
