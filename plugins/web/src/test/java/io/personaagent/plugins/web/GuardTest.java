package io.personaagent.plugins.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the public internet is ever connected to. */
class GuardTest {

    private static final List<String> OUR_SPELLINGS = List.of(
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "127.0.0.1.",
            "127.2.3.4",
            "0.0.0.0",
            "0",
            "0x0",
            "[::1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::7f00:1]",
            "[2002:7f00:1::]",
            "[2002:7f00:1::1]",
            "[2001:0:7f00:1::]",
            "[fe80::1]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[ff02::1]",
            "[fec0::1]",
            "[::ffff:0:127.0.0.1]",
            "[100::1]",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "１２７.０.０.１",
            "①②⑦.0.0.1",
            "127。0。0。1",
            "127%2e0%2e0%2e1",
            "127.0.0.1%00.example.org",
            "user@127.0.0.1",
            "example.org@127.0.0.1",
            "example.org:80@127.0.0.1",
            "127.0.0.1#@example.org",
            "127.0.0.1\\@example.org",
            "[::1%25lo]",
            "169.254.169.254",
            "169.254.170.2",
            "0xa9fea9fe",
            "2852039166",
            "0251.0376.0251.0376",
            "[::ffff:169.254.169.254]",
            "[fd00:ec2::254]",
            "10.0.0.1",
            "10.1",
            "172.16.0.1",
            "172.31.255.254",
            "192.168.0.1",
            "192.168.1",
            "100.64.0.1",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "192.0.2.1",
            "203.0.113.7",
            "198.51.100.1");
    private static final List<String> OTHER_WAYS = List.of(
            "file:///etc/passwd",
            "jar:http://127.0.0.1:PORT/a.jar!/b",
            "gopher://127.0.0.1:PORT/_x",
            "ftp://127.0.0.1:PORT/",
            "dict://127.0.0.1:PORT/",
            "ldap://127.0.0.1:PORT/",
            "data:text/html,x",
            "javascript:alert(1)",
            "netdoc:/etc/passwd",
            "mailto:a@127.0.0.1",
            "view-source:http://127.0.0.1:PORT/",
            "http:127.0.0.1:PORT",
            "http:/127.0.0.1:PORT/",
            "http:///127.0.0.1:PORT/",
            "//127.0.0.1:PORT/",
            "127.0.0.1:PORT/",
            "http://127.0.0.1:PORT:80/",
            "http://:PORT/",
            "http://[127.0.0.1]:PORT/",
            "HTTP://127.0.0.1:PORT/",
            "http://127.0.0.1:PORT\r\nHost: example.org\r\n\r\n",
            " http://127.0.0.1:PORT/ ",
            "http://\t127.0.0.1:PORT/",
            "http://example.org\r\n@127.0.0.1:PORT/",
            "\u0000http://127.0.0.1:PORT/");

    @Test
    void noSpellingOfThisMachineOrANetwork_isEverAsked() {
        try (TestSite canary = TestSite.at("127.0.0.1").page("/", "secret")) {
            Tool tool = new WebProvider()
                    .tools(new ToolSettings(Map.of("robots", "false")))
                    .get(0);
            List<String> urls = new ArrayList<>();
            OUR_SPELLINGS.forEach(host -> urls.add("http://" + host + ":" + canary.port() + "/"));
            OTHER_WAYS.forEach(way -> urls.add(way.replace("PORT", Integer.toString(canary.port()))));

            assertThat(urls).hasSizeGreaterThan(80);
            for (String url : urls) {
                assertThat(said(tool, url)).as(url).startsWith("refused").doesNotContain("secret");
            }
            assertThat(canary.askedInAll()).isEmpty();
        }
    }

    @Test
    void aNameThatLeadsInside_isRefused() {
        for (String address :
                List.of("127.0.0.2", "10.0.0.1", "169.254.169.254", "fc00::1", "64:ff9b::a00:1", "0.0.0.0")) {
            Browser browser = new Browser(Map.of("inside.test", List.of(address)), Map.of());
            assertThat(browser.read("http://inside.test/"))
                    .startsWith("CALLER 'inside.test' is ")
                    .contains("which is no public address (")
                    .endsWith("; expected the address of a page on the internet");
        }
    }

    @Test
    void oneForbiddenAddressAmongSeveral_isRefused() {
        try (TestSite open = TestSite.at("127.0.0.1").page("/", "open")) {
            Browser browser = new Browser(Map.of("mixed.test", List.of("127.0.0.1,10.0.0.1")), Map.of());

            assertThat(browser.read("http://mixed.test:%d/".formatted(open.port())))
                    .isEqualTo(
                            "CALLER 'mixed.test' is 10.0.0.1, which is no public address (a private network); expected the address of a page on the internet");
            assertThat(open.askedInAll()).isEmpty();
        }
    }

    @Test
    void aRedirectInside_isRefused() {
        try (TestSite canary = TestSite.at("127.0.0.2").page("/", "secret");
                TestSite open = TestSite.at("127.0.0.1")) {
            open.redirect("/literal", "http://127.0.0.2:%d/".formatted(canary.port()));
            open.redirect("/named", "http://inside.test:%d/".formatted(canary.port()));
            open.redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
            open.redirect("/file", "file:///etc/passwd");
            open.redirect("/user", "http://a:b@127.0.0.1:%d/".formatted(open.port()));
            open.redirect("/chain", "/literal");
            Browser browser = new Browser(
                    Map.of(
                            "open.test", List.of("127.0.0.1"),
                            "inside.test", List.of("127.0.0.2"),
                            "127.0.0.2", List.of("127.0.0.2"),
                            "169.254.169.254", List.of("169.254.169.254")),
                    Map.of());
            String site = "http://open.test:%d".formatted(open.port());

            for (String path : List.of("/literal", "/named", "/metadata", "/file", "/user", "/chain")) {
                assertThat(browser.read(site + path))
                        .as(path)
                        .startsWith("CALLER '%s' sends on to '".formatted(site + path))
                        .doesNotContain("secret");
            }
            assertThat(canary.askedInAll()).isEmpty();
        }
    }

    @Test
    void aNameThatAnswersDifferentlyTheSecondTime_gainsNothing() {
        try (TestSite canary = TestSite.at("127.0.0.2").page("/", "secret").page("/robots.txt", "secret")) {
            for (List<String> answers : List.of(
                    List.of("127.0.0.1", "127.0.0.2"),
                    List.of("127.0.0.1", "127.0.0.1", "127.0.0.2"),
                    List.of("127.0.0.2", "127.0.0.1"))) {
                Browser browser = new Browser(Map.of("rebind.test", answers), Map.of());
                assertThat(browser.read("http://rebind.test:%d/".formatted(canary.port())))
                        .doesNotContain("secret");
            }
            assertThat(canary.askedInAll()).isEmpty();
        }
    }

    @Test
    void eachConnection_goesToWhatWasLookedUpForIt() {
        try (TestSite open = TestSite.at("127.0.0.1").page("/", "open")) {
            Browser browser = Browser.knowing("open.test");

            assertThat(browser.read("http://open.test:%d/".formatted(open.port())))
                    .endsWith("\n\nopen");

            assertThat(open.askedInAll()).containsExactly("/robots.txt", "/");
            assertThat(browser.lookups()).containsExactly("open.test", "open.test");
            assertThat(open.header().getFirst("Host")).isEqualTo("open.test:%d".formatted(open.port()));
        }
    }

    @Test
    void loopback_isOpenOnlyWhenTheSettingSaysSo() {
        try (TestSite site = TestSite.at("127.0.0.1").page("/", "here")) {
            String url = "http://127.0.0.1:%d/".formatted(site.port());

            assertThat(said(new WebProvider().tools(ToolSettings.NONE).get(0), url))
                    .startsWith("refused");
            assertThat(said(
                            new WebProvider()
                                    .tools(new ToolSettings(Map.of("allow_loopback", "true")))
                                    .get(0),
                            url))
                    .endsWith("here");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "1.1.1.1",
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:82a::200e",
                "2001:4860:4860::8888",
                "240e::1"
            })
    void publicAddresses_areAllowed(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().problem(InetAddress.getByName(address)))
                .isEmpty();
    }

    @Test
    void everyAddressThatJavaCallsSpecial_isRefused() throws UnknownHostException {
        List<String> special = Stream.of(
                        "::1",
                        "fe80::1",
                        "fec0::1",
                        "ff0e::1",
                        "::",
                        "fdff::1",
                        "10.9.8.7",
                        "127.0.0.9",
                        "169.254.1.1",
                        "239.1.1.1")
                .toList();
        for (String address : special) {
            assertThat(new PublicAddresses().problem(InetAddress.getByName(address)))
                    .as(address)
                    .isPresent();
        }
    }

    private static String said(Tool tool, String url) {
        try {
            return tool.call(Arguments.of(Map.of("url", url)), TestToolContext.of("mallory"))
                    .fold(ToolResult.Done::text, failed -> "refused: " + failed.message());
        } catch (BadArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }
}
