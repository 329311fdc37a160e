/**
 * All that a tool plugin may know: what a tool is, what it is lent, and what it answers.
 *
 * <p>This package is the SPI of tool plugins. It has a version ({@link io.personaagent.tools.Spi#VERSION}) that plugins require and the
 * host checks; its signatures are held in {@code spi.txt}.
 */
@NullMarked
package io.personaagent.tools;

import org.jspecify.annotations.NullMarked;
