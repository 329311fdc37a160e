package io.personaagent.plugins.web;

import java.util.List;

/**
 * A page as a person would read it.
 *
 * @param address where it was at last
 * @param title empty when it has none
 * @param cut whether it was longer than what was read
 */
record Page(String address, String title, String text, List<Link> links, boolean cut) {

    Page {
        links = List.copyOf(links);
    }

    /** Something that the page leads to. */
    record Link(String text, String address) {}
}
