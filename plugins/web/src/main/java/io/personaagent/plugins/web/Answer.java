package io.personaagent.plugins.web;

/**
 * What a server answered.
 *
 * @param type the header Content-Type as it came; may be empty
 * @param location where it sends on to; empty when it does not
 * @param body at most as much as was wanted
 * @param cut whether there was more of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
record Answer(Target target, int status, String type, String location, byte[] body, boolean cut) {

    boolean isRedirect() {
        return !location.isEmpty()
                && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
    }
}
