@NullMarked
package io.personaagent.app.chat;

import org.jspecify.annotations.NullMarked;
