package dev.slipway.backing;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * In which environment variables a consumer wants to be told what about a service.
 *
 * @param <S> what can be told of the service
 * @param names the variables' names by what they hold, in the order in which they are rendered
 */
public record EnvNames<S extends Enum<S>>(Map<S, String> names) {
  public EnvNames {
    names = Copies.inOrder(names);
  }

  /** A consumer that is told nothing by its environment. */
  public static <S extends Enum<S>> EnvNames<S> none() {
    return new EnvNames<S>(Map.of());
  }

  /** One variable and what it holds. */
  public static <S extends Enum<S>> EnvNames<S> of(S setting, String variable) {
    return new EnvNames<>(Map.of(setting, variable));
  }

  /** These variables and another; a setting that has one gets the new one instead. */
  public EnvNames<S> and(S setting, String variable) {
    Map<S, String> more = new LinkedHashMap<>(names);
    more.put(setting, variable);
    return new EnvNames<>(more);
  }

  /** These variables without the one for a setting. */
  public EnvNames<S> without(S setting) {
    Map<S, String> fewer = new LinkedHashMap<>(names);
    fewer.remove(setting);
    return new EnvNames<>(fewer);
  }

  /** The variable for a setting, if the consumer wants one. */
  public Optional<String> variable(S setting) {
    return Optional.ofNullable(names.get(setting));
  }

  void check(Problems problems) {
    Map<String, S> byVariable = new HashMap<>();
    names.forEach(
        (setting, variable) -> {
          Optional<String> wrongVariable = Names.envVar(variable);
          if (wrongVariable.isPresent()) {
            problems.add(
                "The environment variable '" + variable + "' " + wrongVariable.get() + ".",
                "Rename it.");
          }
          S other = byVariable.putIfAbsent(variable, setting);
          if (other != null) {
            problems.add(
                "The environment variable '%s' is to hold both the %s and the %s."
                    .formatted(variable, other, setting),
                "Give each a variable of its own.");
          }
        });
  }
}
