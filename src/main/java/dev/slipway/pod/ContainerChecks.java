package dev.slipway.pod;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a container one that cannot be. */
final class ContainerChecks {
  private static final int LAST_PORT = 65535;
  private static final int LONGEST_PORT_NAME = 15;

  /** Where an environment file has them. */
  private static final FieldPath ENV = FieldPath.of("env");

  private static final FieldPath PORTS = FieldPath.of("ports");

  private ContainerChecks() {}

  static void check(Container container, Problems problems) {
    Optional<String> wrongName = Names.label(container.name());
    if (wrongName.isPresent()) {
      problems.add(
          "The name '" + container.name() + "' " + wrongName.get() + ".", "Rename it.", "name");
    }
    @Nullable String reference = container.image().value();
    if (reference != null && reference.isBlank()) {
      problems.add("It has no image.", "Give the image to run.", "image");
    }
    env(container.env(), problems);
    mounts(container.mounts(), problems);
    ports(container.ports(), problems);
  }

  private static void env(List<EnvVar> env, Problems problems) {
    Set<String> names = new HashSet<>();
    for (EnvVar variable : env) {
      Optional<String> wrongName = Names.envVar(variable.name());
      if (wrongName.isPresent()) {
        problems.add(
            "The environment variable '" + variable.name() + "' " + wrongName.get() + ".",
            "Rename it.",
            ENV.key(variable.name()));
      }
      if (!names.add(variable.name())) {
        problems.add(
            "The environment variable '" + variable.name() + "' is set twice.",
            "Keep one; Kubernetes would take the last without a word.",
            ENV.key(variable.name()));
      }
    }
  }

  private static void mounts(List<Mount> mounts, Problems problems) {
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < mounts.size(); i++) {
      Mount mount = mounts.get(i);
      FieldPath where = FieldPath.of("mounts").index(i).key("path");
      if (!mount.path().startsWith("/") || mount.path().contains(":")) {
        problems.add(
            "The volume '" + mount.volume().name() + "' is mounted at '" + mount.path() + "'.",
            "Give an absolute path without ':'.",
            where);
      }
      if (!paths.add(mount.path())) {
        problems.add(
            "Two volumes are mounted at '" + mount.path() + "'.",
            "Give each a path of its own.",
            where);
      }
    }
  }

  private static void ports(List<Port> ports, Problems problems) {
    Set<String> names = new HashSet<>();
    for (Port port : ports) {
      if (port.number() < 1 || port.number() > LAST_PORT) {
        problems.add(
            "The port " + port.number() + " is none.",
            "Give 1 to " + LAST_PORT + ".",
            PORTS.key(port.name()));
      }
      if (!port.name().isEmpty() && !names.add(port.name())) {
        problems.add("Two ports are named '" + port.name() + "'.", "Rename one of them.", PORTS);
      }
      if (port.name().length() > LONGEST_PORT_NAME) {
        problems.add(
            "The port name '" + port.name() + "' is " + port.name().length() + " characters long.",
            "Give one of at most " + LONGEST_PORT_NAME + ".",
            PORTS.key(port.name()));
      }
    }
  }
}
