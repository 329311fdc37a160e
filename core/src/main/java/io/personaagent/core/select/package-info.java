/** Which of many tools a model is told of: those that bear on what is asked, and a tool that finds the others. */
@NullMarked
package io.personaagent.core.select;

import org.jspecify.annotations.NullMarked;
