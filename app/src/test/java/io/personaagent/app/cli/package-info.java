@NullMarked
package io.personaagent.app.cli;

import org.jspecify.annotations.NullMarked;
