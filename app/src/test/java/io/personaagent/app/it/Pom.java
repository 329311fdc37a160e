package io.personaagent.app.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a plugin's pom.xml says about its jar. */
final class Pom {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{project\\.(\\w+)}");

    private final Document document;

    private Pom(Document document) {
        this.document = document;
    }

    static Pom read(Path file) {
        try {
            return new Pom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    String finalName() {
        return text("/project/artifactId") + "-" + text("/project/version");
    }

    /** The version of PersonaAgent that it is built against. */
    String personaAgent() {
        return text("/project/properties/personaagent.version");
    }

    /** The manifest that maven-jar-plugin would write. */
    Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        NodeList entries = nodes("//manifestEntries/*");
        for (int at = 0; at < entries.getLength(); at++) {
            manifest.getMainAttributes()
                    .putValue(
                            entries.item(at).getNodeName(),
                            filled(entries.item(at).getTextContent()));
        }
        return manifest;
    }

    /** What maven-compiler-plugin would hand to the compiler. */
    List<String> compilerOptions() {
        List<String> options =
                new ArrayList<>(List.of("--release", text("/project/properties/maven.compiler.release")));
        if (text("//plugin[artifactId='maven-compiler-plugin']//parameters").equals("true")) {
            options.add("-parameters");
        }
        options.addAll(List.of("-processor", text("//annotationProcessors/annotationProcessor")));
        return options;
    }

    private String filled(String value) {
        return PROPERTY.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(text("/project/" + found.group(1))));
    }

    private String text(String path) {
        NodeList found = nodes(path);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private NodeList nodes(String path) {
        try {
            return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
