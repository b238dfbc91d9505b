package dev.slipway.pod;

import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a container one that cannot be. */
final class ContainerChecks {
  private static final int LAST_PORT = 65535;
  private static final int LONGEST_PORT_NAME = 15;

  private ContainerChecks() {}

  static void check(Container container, Problems problems) {
    Names.label(container.name())
        .ifPresent(
            why -> problems.add("The name '" + container.name() + "' " + why + ".", "Rename it."));
    @Nullable String reference = container.image().value();
    if (reference != null && reference.isBlank()) {
      problems.add("It has no image.", "Give the image to run.");
    }
    env(container.env(), problems);
    mounts(container.mounts(), problems);
    ports(container.ports(), problems);
  }

  private static void env(List<EnvVar> env, Problems problems) {
    Set<String> names = new HashSet<>();
    for (EnvVar variable : env) {
      Names.envVar(variable.name())
          .ifPresent(
              why ->
                  problems.add(
                      "The environment variable '" + variable.name() + "' " + why + ".",
                      "Rename it."));
      if (!names.add(variable.name())) {
        problems.add(
            "The environment variable '" + variable.name() + "' is set twice.",
            "Keep one; Kubernetes would take the last without a word.");
      }
    }
  }

  private static void mounts(List<Mount> mounts, Problems problems) {
    Set<String> paths = new HashSet<>();
    for (Mount mount : mounts) {
      if (!mount.path().startsWith("/") || mount.path().contains(":")) {
        problems.add(
            "The volume '" + mount.volume().name() + "' is mounted at '" + mount.path() + "'.",
            "Give an absolute path without ':'.");
      }
      if (!paths.add(mount.path())) {
        problems.add(
            "Two volumes are mounted at '" + mount.path() + "'.", "Give each a path of its own.");
      }
    }
  }

  private static void ports(List<Port> ports, Problems problems) {
    Set<String> names = new HashSet<>();
    for (Port port : ports) {
      if (port.number() < 1 || port.number() > LAST_PORT) {
        problems.add("The port " + port.number() + " is none.", "Give 1 to " + LAST_PORT + ".");
      }
      if (!port.name().isEmpty() && !names.add(port.name())) {
        problems.add("Two ports are named '" + port.name() + "'.", "Rename one of them.");
      }
      if (port.name().length() > LONGEST_PORT_NAME) {
        problems.add(
            "The port name '" + port.name() + "' is " + port.name().length() + " characters long.",
            "Give one of at most " + LONGEST_PORT_NAME + ".");
      }
    }
  }
}
