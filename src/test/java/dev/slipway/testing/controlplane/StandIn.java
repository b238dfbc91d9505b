package dev.slipway.testing.controlplane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application's container image, played by {@code tools/stand-in}: it listens, answers, proves
 * and ends as told.
 *
 * <p>Any text may name the container's environment variables as {@code ${NAME}}, an address above
 * all: with {@code ${PORT}} a manifest that sets the wrong port is found out. A host in an address
 * is not looked at. Arguments in the manifest are ignored; a command there must be {@link #command
 * declared} here.
 */
public final class StandIn {

  private final String image;
  private final List<String> commands = new ArrayList<>();
  private final List<Map<String, Object>> ports = new ArrayList<>();
  private final Map<String, Object> script = new LinkedHashMap<>(Map.of("listen", ports));
  private String user = "";

  private StandIn(String image) {
    this.image = image;
  }

  /** Plays the image of this name; the pods' pull policy must be IfNotPresent or Never. */
  public static StandIn of(String image) {
    return new StandIn(image);
  }

  /** How a path is answered. */
  public record Answer(String path, int status, String header, String value, int ending) {

    /** Answers the path, or {@code *} for every other path, with 200. */
    public static Answer ok(String path) {
      return new Answer(path, 200, "", "", 0);
    }

    public Answer status(int code) {
      return new Answer(path, code, header, value, ending);
    }

    /** Answers 401 unless the request has this header with this value. */
    public Answer requires(String name, String expected) {
      return new Answer(path, status, name, expected, ending);
    }

    /** Answers with another status once SIGTERM has come. */
    public Answer whenEnding(int code) {
      return new Answer(path, status, header, value, code);
    }

    private Map<String, Object> json() {
      return Map.of(
          "path", path, "status", status, "header", header, "value", value, "ending", ending);
    }
  }

  /** The user that the image itself names: a number; root where none is named. */
  public StandIn user(int number) {
    user = Integer.toString(number);
    return this;
  }

  /** A path under which the manifest starts the application. */
  public StandIn command(String path) {
    commands.add(path);
    return this;
  }

  /** Speaks HTTP on a port. */
  public StandIn http(String address, Answer... answers) {
    ports.add(
        Map.of("address", address, "http", List.of(answers).stream().map(Answer::json).toList()));
    return this;
  }

  /** Speaks HTTPS on a port with the certificate and key of these PEM files. */
  public StandIn https(String address, String certificate, String key, Answer... answers) {
    http(address, answers);
    Map<String, Object> port = new LinkedHashMap<>(ports.remove(ports.size() - 1));
    port.put("certificate", certificate);
    port.put("key", key);
    ports.add(port);
    return this;
  }

  /** Takes TCP connections on a port. */
  public StandIn tcp(String address) {
    ports.add(Map.of("address", address));
    return this;
  }

  /** Ends at once, with an error, unless these environment variables have values. */
  public StandIn needsVariables(String... names) {
    return put("env", List.of(names));
  }

  /** Ends at once, with an error, unless these files can be read and are not empty. */
  public StandIn needsFiles(String... paths) {
    return put("files", List.of(paths));
  }

  /** Ends at once, with an error, unless it can make files in these folders. */
  public StandIn writesTo(String... folders) {
    return put("writable", List.of(folders));
  }

  /** Ends at once, with an error, if it can make files in these folders. */
  public StandIn cannotWriteTo(String... folders) {
    return put("readOnly", List.of(folders));
  }

  /** Takes this long, such as {@code 2s}, before it listens. */
  public StandIn startsIn(String duration) {
    return put("startUp", duration);
  }

  /** Answers for this long after SIGTERM. */
  public StandIn preShutdown(String duration) {
    return put("preShutdown", duration);
  }

  /** Takes this long to end once its ports are closed. */
  public StandIn shutdown(String duration) {
    return put("shutdown", duration);
  }

  /** The script as {@code tools/stand-in} reads it. */
  Map<String, Object> script() {
    return script;
  }

  /** The image as {@code tools/stand-in/image} reads it. */
  Map<String, Object> image() {
    return Map.of("names", List.of(image), "user", user, "commands", commands, "script", script);
  }

  private StandIn put(String key, Object value) {
    script.put(key, value);
    return this;
  }
}
