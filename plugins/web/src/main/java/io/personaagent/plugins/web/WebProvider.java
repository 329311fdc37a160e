package io.personaagent.plugins.web;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.net.InetAddress;
import java.util.List;
import org.pf4j.Extension;

/** Reads web pages as text, from public addresses only. */
@Extension
public final class WebProvider implements ToolProvider {

    @Override
    public String name() {
        return "web";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        WebSettings read = WebSettings.of(settings);
        return tools(read, InetAddress::getAllByName, read.addresses());
    }

    /** The tools with another way to find addresses and another judgement of them. */
    static List<Tool> tools(WebSettings settings, Resolver resolver, AddressRule rule) {
        Fetcher fetcher = new Fetcher(settings, new Wire(new CheckedDns(resolver, rule)));
        return List.of(
                new PageTool(settings, new PageReader(fetcher)), new LinksTool(settings, new PageReader(fetcher)));
    }
}
