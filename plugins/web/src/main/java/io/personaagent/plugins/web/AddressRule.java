package io.personaagent.plugins.web;

import java.net.InetAddress;
import java.util.Optional;

/** Which addresses may be connected to. */
interface AddressRule {

    /** Why not to this one; empty when it may be. */
    Optional<String> problem(InetAddress address);
}
