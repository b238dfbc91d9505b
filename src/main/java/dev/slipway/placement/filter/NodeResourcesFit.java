package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps pods off nodes that have too little left for what they request. */
final class NodeResourcesFit implements Filter {
  static final String TOO_MANY_PODS = "Too many pods";
  static final String INSUFFICIENT = "Insufficient ";

  @Override
  public String name() {
    return "NodeResourcesFit";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    Requests wanted = pod.requests();
    return new NodeTest() {
      @Override
      public @Nullable Refusal on(int node) {
        return passes(node) ? null : refusal(wanted, placed, node);
      }

      @Override
      public boolean passes(int node) {
        return fits(wanted, placed, node);
      }
    };
  }

  private static boolean fits(Requests wanted, Assignment placed, int node) {
    if (placed.freePods(node) < 1
        || wanted.cpu() > 0 && wanted.cpu() > placed.freeCpu(node)
        || wanted.memory() > 0 && wanted.memory() > placed.freeMemory(node)
        || wanted.ephemeralStorage() > 0
            && wanted.ephemeralStorage() > placed.freeEphemeralStorage(node)) {
      return false;
    }
    if (!wanted.extended().isEmpty()) {
      for (Map.Entry<String, Long> each : wanted.extended().entrySet()) {
        if (each.getValue() > placed.free(each.getKey(), node)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Refusal refusal(Requests wanted, Assignment placed, int node) {
    List<String> reasons = new ArrayList<>();
    if (placed.freePods(node) < 1) {
      reasons.add(TOO_MANY_PODS);
    }
    if (wanted.cpu() > 0 && wanted.cpu() > placed.freeCpu(node)) {
      reasons.add(INSUFFICIENT + "cpu");
    }
    if (wanted.memory() > 0 && wanted.memory() > placed.freeMemory(node)) {
      reasons.add(INSUFFICIENT + "memory");
    }
    if (wanted.ephemeralStorage() > 0
        && wanted.ephemeralStorage() > placed.freeEphemeralStorage(node)) {
      reasons.add(INSUFFICIENT + "ephemeral-storage");
    }
    wanted
        .extended()
        .forEach(
            (name, amount) -> {
              if (amount > placed.free(name, node)) {
                reasons.add(INSUFFICIENT + name);
              }
            });
    return new Refusal(reasons);
  }
}
