/** Aligns a person's persona in the background of a front door, out of the way of their turns. */
@NullMarked
package io.personaagent.core.align;

import org.jspecify.annotations.NullMarked;
