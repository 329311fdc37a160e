/** The conversation at the terminal. */
@NullMarked
package io.personaagent.app.chat;

import org.jspecify.annotations.NullMarked;
