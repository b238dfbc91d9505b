package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Pod;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ports that the containers of pods declare. */
final class Ports {
  static final String TCP = "TCP";

  private Ports() {}

  /** The name by which a field means a port, if it does not give a number. */
  static @Nullable String name(@Nullable Node written) {
    return written instanceof Text text ? text.value() : null;
  }

  /** The number that a field gives for a port, if it does. */
  static @Nullable Long number(@Nullable Node written) {
    return written instanceof Scalar scalar ? scalar.asLong() : null;
  }

  /** The protocol that stands beside a port. */
  static String protocol(Mapping port) {
    @Nullable String protocol = port.string("protocol");
    return protocol == null ? TCP : protocol;
  }

  /** Whether the pods of one of some objects have a port of a name. */
  static boolean anyIsNamed(Collection<Subject> pods, String name, String protocol) {
    for (Subject object : pods) {
      for (Container container : running(object)) {
        if (isNamed(container, name, protocol)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a container has a port of a name. */
  static boolean isNamed(Container container, String name, String protocol) {
    for (Node node : container.body().seq("ports")) {
      if (node instanceof Mapping port
          && name.equals(port.string("name"))
          && protocol(port).equals(protocol)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether none of some objects' pods takes connections at a port, as far as they say: each of
   * their containers declares ports, and none of them that one, nor has its number anywhere in its
   * arguments or variables.
   *
   * @param last the last port where a range is meant, else the same as the first
   */
  static boolean noneTakes(Collection<Subject> pods, long first, long last, String protocol) {
    for (Subject object : pods) {
      for (Container container : running(object)) {
        if (!isSilentOn(container, first, last, protocol)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSilentOn(Container container, long first, long last, String protocol) {
    if (container.body().seq("ports").isEmpty()) {
      return false;
    }
    for (Node node : container.body().seq("ports")) {
      @Nullable Long number =
          node instanceof Mapping port ? number(port.get("containerPort")) : null;
      if (number == null
          || (number >= first && number <= last && protocol((Mapping) node).equals(protocol))) {
        return false;
      }
    }
    String written = Long.toString(first);
    return !mentions(container.body().seq("args"), written)
        && !mentions(container.body().seq("command"), written)
        && !mentions(container.body().seq("env"), written)
        && container.body().seq("envFrom").isEmpty();
  }

  private static boolean mentions(Node node, String number) {
    return node.toString().contains(number);
  }

  /** The port numbers that some objects' pods declare, for messages: {@code 8080 and 9090}. */
  static String declared(Collection<Subject> pods) {
    Set<Long> numbers = new TreeSet<>();
    for (Subject object : pods) {
      for (Container container : running(object)) {
        for (Node node : container.body().seq("ports")) {
          @Nullable Long number =
              node instanceof Mapping port ? number(port.get("containerPort")) : null;
          if (number != null) {
            numbers.add(number);
          }
        }
      }
    }
    return Wording.listed(numbers.stream().map(Object::toString).toList());
  }

  private static List<Container> running(Subject object) {
    @Nullable Pod pod = object.pod();
    List<Container> running = new ArrayList<>();
    for (Container container : pod == null ? List.<Container>of() : pod.containers()) {
      if (container.runsAlong()) {
        running.add(container);
      }
    }
    return running;
  }
}
