/** The simplest backend there is: words that occur. The reference of what a backend owes, and the one to copy from. */
@NullMarked
package io.personaagent.memory.lexical;

import org.jspecify.annotations.NullMarked;
