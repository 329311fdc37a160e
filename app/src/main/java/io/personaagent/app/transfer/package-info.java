/** Episodes from files and to files. */
@NullMarked
package io.personaagent.app.transfer;

import org.jspecify.annotations.NullMarked;
