package io.personaagent.plugins.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real server on this machine. */
class WebTest {

    private static final String GERMAN = "Die Gebühr für Öl beträgt fünf Euro, schöne Grüße aus Köln und München.";

    private final TestSite site = TestSite.at("127.0.0.1");
    private final Browser browser = Browser.knowing("site.test", "other.test");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void read_givesTitleAddressAndText() {
        site.page(
                "/a",
                "<html><head><title>News &amp; more</title></head><body><p>Hello <b>world</b>.</p></body></html>");

        assertThat(read("/a")).isEqualTo("News & more\n%s\n\nHello world.".formatted(url("/a")));
        assertThat(site.header().getFirst("User-Agent")).isEqualTo("PersonaAgent (reads a page for a person)");
        assertThat(site.header()).doesNotContainKeys("Cookie", "Authorization", "Referer");
    }

    @Test
    void read_takesAddressesAsPeopleWriteThem() {
        site.page("/grüße und mehr", "hi");

        assertThat(read("/gr\u00fc\u00dfe und mehr#part")).endsWith("hi");
        assertThat(site.asked()).containsExactly("/gr%C3%BC%C3%9Fe%20und%20mehr");
        assertThat(Target.of(Arguments.of(Map.of("url", "Bücher.test/a")), "url"))
                .hasToString("https://xn--bcher-kva.test/a");
        assertThat(Target.of(Arguments.of(Map.of("url", "site.test:8080")), "url"))
                .hasToString("https://site.test:8080");
    }

    @Test
    void read_refusesWhatIsNoAddress() {
        assertThat(browser.read("   "))
                .isEqualTo(
                        "refused: argument 'url' is ''; it is no address; expected the address of a web page, such as https://example.org/news");
        assertThat(browser.read("https://ada:secret@site.test/"))
                .contains("; it carries a user name, which addresses of web pages do not; ");
        assertThat(browser.read("http://site.test:25/")).contains("; no web pages are read from port 25; ");
        assertThat(browser.read("ftp://site.test/")).contains("; only http and https are read, not ftp; ");
        assertThat(browser.read("http://nowhere.test/"))
                .isEqualTo("CALLER there is no host 'nowhere.test'; check the address");
    }

    @Test
    void read_givesALongPageInParts() {
        site.page("/long", "<p>" + "0123456789".repeat(2_000) + "</p>");

        assertThat(read("/long")).endsWith("\n(characters 0 to 15999 of 20000; the next part begins at offset 16000)");
        assertThat(call(Map.of("url", url("/long"), "offset", 19_995))).endsWith("\n\n56789");
        assertThat(call(Map.of("url", url("/long"), "offset", 20_000)))
                .isEqualTo("refused: argument 'offset' is 20000; the page has 20000 characters, the first is 0");
    }

    @Test
    void read_followsRedirects_butNotForEver() {
        site.page("/end", "arrived")
                .redirect("/1", "/2")
                .redirect("/2", "http://other.test:%d/end".formatted(site.port()));
        site.redirect("/loop", "/loop");

        assertThat(read("/1")).isEqualTo("http://other.test:%d/end\n\narrived".formatted(site.port()));
        assertThat(read("/loop")).isEqualTo("WORLD '%s' sends on more than 5 times".formatted(url("/loop")));
        assertThat(site.asked().stream().filter("/loop"::equals)).hasSize(6);
    }

    @Test
    void read_stopsAtALargePage() {
        site.endless("/huge", "<p>word word word</p>\n".repeat(100).getBytes(StandardCharsets.UTF_8));

        assertThat(read("/huge"))
                .contains("word word")
                .endsWith("(the page is longer than 2 MiB; the rest was not read)");
    }

    @Test
    void read_stopsUnpackingABomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = "a ".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                gzip.write(zeros);
            }
        }
        site.packed("/bomb", packed.toByteArray());

        assertThat(packed.size()).isLessThan(1 << 20);
        assertThat(read("/bomb")).endsWith("(the page is longer than 2 MiB; the rest was not read)");
    }

    @Test
    void read_endsWhenTimeIsUp() {
        site.stalling("/slow", "<p>a beginning");

        assertThat(browser.call(
                        "read_web_page",
                        Map.of("url", url("/slow")),
                        TestToolContext.of("ada").within(Duration.ofMillis(700))))
                .isEqualTo("WORLD 'site.test' did not answer in time; try again later");
        assertThat(browser.call(
                        "read_web_page",
                        Map.of("url", url("/slow")),
                        TestToolContext.of("ada").within(Duration.ZERO)))
                .isEqualTo("WORLD 'site.test' did not answer in time; try again later");
    }

    @Test
    void read_understandsWrongAndMissingCharsets() {
        String html = "<html><body><p>%s</p></body></html>".formatted(GERMAN);
        byte[] windows = html.getBytes(Charset.forName("windows-1252"));
        site.page("/latin", "text/html; charset=iso-8859-1", windows);
        site.page("/lying", "text/html; charset=utf-8", windows);
        site.page("/silent", "text/html", html.getBytes(StandardCharsets.UTF_8));
        site.page("/unknown", "text/html; charset=klingon", html.getBytes(StandardCharsets.UTF_8));
        site.page("/utf16", "text/html", ("\ufeff" + html).getBytes(StandardCharsets.UTF_16LE));
        site.page("/meta", "text/html", "<meta charset=\"gb2312\"><p>买菜的清单在这里</p>".getBytes(Charset.forName("GB2312")));

        for (String path : new String[] {"/latin", "/lying", "/silent", "/unknown", "/utf16"}) {
            assertThat(read(path)).as(path).endsWith(GERMAN);
        }
        assertThat(read("/meta")).endsWith("买菜的清单在这里");
    }

    @Test
    void read_readsTextsAndDescribesTheRest() {
        site.page("/a.txt", "text/plain", "<b>not html</b>".getBytes(StandardCharsets.UTF_8));
        site.page("/a.json", "application/json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
        site.page("/a.png", "image/png", new byte[] {1, 2, 3});
        site.page("/a", "", new byte[] {1, 0, 3});

        assertThat(read("/a.txt")).endsWith("\n\n<b>not html</b>");
        assertThat(read("/a.json")).endsWith("\n\n{\"a\": 1}");
        assertThat(read("/a.png"))
                .isEqualTo("CALLER '%s' is no page but image/png of 3 bytes; only pages and texts are read"
                        .formatted(url("/a.png")));
        assertThat(read("/a"))
                .isEqualTo("CALLER '%s' is no page but 3 bytes that are no text; only pages and texts are read"
                        .formatted(url("/a")));
    }

    @Test
    void read_saysWhatAStatusMeans() {
        site.status("/gone", 404).status("/secret", 403).status("/busy", 429).status("/broken", 500);

        assertThat(read("/gone"))
                .isEqualTo("CALLER '%s' answered with status 404; check the address".formatted(url("/gone")));
        assertThat(read("/secret")).endsWith("answered with status 403; it is not for everybody");
        assertThat(read("/busy"))
                .isEqualTo("WORLD '%s' answered with status 429; try again later".formatted(url("/busy")));
        assertThat(read("/broken")).endsWith("answered with status 500; try again later");
    }

    @Test
    void read_keepsToRobotsTxt() {
        site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n".getBytes(StandardCharsets.UTF_8));
        site.page("/private/a", "secret").page("/open", "open");

        assertThat(read("/private/a"))
                .isEqualTo(
                        "CALLER the robots.txt of 'site.test' asks programs not to read this page; the person may read it in a browser, or set robots = false in [plugins.web]");
        assertThat(read("/open")).endsWith("open");
        assertThat(browser.with("robots", "false").read(url("/private/a"))).endsWith("secret");
    }

    @Test
    void read_leavesASiteAloneWhoseRobotsTxtIsBroken() {
        site.status("/robots.txt", 503).page("/open", "open");

        assertThat(read("/open"))
                .startsWith("WORLD the robots.txt of 'site.test' answered with status 503, so nothing is read there; ");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void links_areListedWithWholeAddresses() {
        site.page(
                "/links",
                "<a href='/hours'>Opening hours</a> <a href='https://x.test/'>Elsewhere</a> <a href='javascript:x()'>no</a> <a href='/e'></a>");

        assertThat(browser.call("list_web_links", Map.of("url", url("/links")), TestToolContext.of("ada")))
                .isEqualTo("- Opening hours: %s\n- Elsewhere: https://x.test/".formatted(url("/hours")));
        assertThat(browser.call(
                        "list_web_links", Map.of("url", url("/links"), "words", "opening"), TestToolContext.of("ada")))
                .isEqualTo("- Opening hours: " + url("/hours"));
        assertThat(browser.call(
                        "list_web_links", Map.of("url", url("/links"), "words", "zoo"), TestToolContext.of("ada")))
                .isEqualTo("None of the 2 links of %s holds \"zoo\".".formatted(url("/links")));
    }

    @Test
    void settings_sayWhichHostsAreAsked() {
        site.page("/", "hi").redirect("/away", "http://other.test:%d/".formatted(site.port()));

        assertThat(browser.with("allow", "test").read(url("/"))).endsWith("hi");
        assertThat(browser.with("allow", "example.org, other.test").read(url("/")))
                .isEqualTo(
                        "CALLER 'site.test' is not among the hosts of the setting allow of [plugins.web]: example.org, other.test");
        assertThat(browser.with("deny", "site.test").read("http://SITE.test.:%d/".formatted(site.port())))
                .isEqualTo("CALLER 'site.test' is denied by the setting deny of [plugins.web]");
        assertThat(browser.with("allow", "site.test").read(url("/away")))
                .startsWith("CALLER '%s' sends on to '".formatted(url("/away")))
                .contains("'other.test' is not among the hosts");
    }

    @Test
    void settings_decideTheEffect() {
        assertThat(new WebProvider().tools(ToolSettings.NONE)).allSatisfy(tool -> {
            assertThat(tool.spec().effect()).isEqualTo(Effect.EXTERNAL);
            assertThat(tool.spec().permissions()).containsExactly(Permission.parse("network:*"));
        });
        assertThat(new WebProvider().tools(new ToolSettings(Map.of("allow", "example.org, bahn.de"))))
                .allSatisfy(tool -> {
                    assertThat(tool.spec().effect()).isEqualTo(Effect.READ);
                    assertThat(tool.spec().permissions())
                            .containsExactly(
                                    Permission.parse("network:bahn.de"), Permission.parse("network:example.org"));
                });
    }

    @Test
    void settings_refuseWhatCannotBeMeant() {
        assertThatThrownBy(() -> new WebProvider().tools(new ToolSettings(Map.of("allow", "http://a/"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "allow has 'http://a/'; expected names of hosts with commas between, such as example.org, docs.example.com");
        assertThatThrownBy(() -> new WebProvider().tools(new ToolSettings(Map.of("robots", "maybe"))))
                .hasMessage("robots is 'maybe'; expected true or false");
    }

    private String read(String path) {
        return browser.read(url(path));
    }

    private String call(Map<String, ?> arguments) {
        return browser.call("read_web_page", arguments, TestToolContext.of("ada"));
    }

    private String url(String path) {
        return "http://site.test:%d%s".formatted(site.port(), path);
    }
}
