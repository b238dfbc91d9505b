package dev.slipway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pom.xml says of its dependencies, its own properties filled in. */
record Pom(List<Dependency> dependencies, List<Dependency> managed) {

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  /** The version is empty where dependencyManagement gives it. */
  record Dependency(String name, String version, String scope, boolean optional) {}

  /** Reads a pom, given by its path from the root. */
  static Pom at(String path) throws IOException {
    Element project;
    try {
      project =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Path.of(path).toFile())
              .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(path, e);
    }
    return new Pom(
        read(project, List.of("dependencies", "dependency")),
        read(project, List.of("dependencyManagement", "dependencies", "dependency")));
  }

  /** Every version by name, wherever it is given. */
  Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    managed.forEach(it -> versions.put(it.name(), it.version()));
    dependencies.stream()
        .filter(it -> !it.version().isEmpty())
        .forEach(it -> versions.put(it.name(), it.version()));
    return versions;
  }

  private static List<Dependency> read(Element project, List<String> path) {
    List<Element> found = List.of(project);
    for (String name : path) {
      found = found.stream().flatMap(it -> children(it, name).stream()).toList();
    }
    return found.stream()
        .map(
            it ->
                new Dependency(
                    text(it, "groupId", "") + ":" + text(it, "artifactId", ""),
                    filled(project, text(it, "version", "")),
                    text(it, "scope", "compile"),
                    text(it, "optional", "false").equals("true")))
        .toList();
  }

  private static String filled(Element project, String text) {
    return PROPERTY
        .matcher(text)
        .replaceAll(
            it ->
                it.group(1).equals("project.version")
                    ? text(project, "version", "")
                    : text(children(project, "properties").get(0), it.group(1), it.group()));
  }

  private static String text(Element parent, String name, String absent) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? absent : found.get(0).getTextContent().trim();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
