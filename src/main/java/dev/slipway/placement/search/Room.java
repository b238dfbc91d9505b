package dev.slipway.placement.search;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What nodes have left, and how much of that pods take by what they request alone. */
final class Room {
  /** The number of resources that every node has: pods, CPU, memory and ephemeral storage. */
  static final int COMMON = 4;

  private Room() {}

  /** How many equal pods a node has room for. */
  static long forPods(Assignment placed, PodShape shape, int node) {
    Requests each = shape.requests();
    long room = Math.max(0, placed.freePods(node));
    room = Math.min(room, times(placed.freeCpu(node), each.cpu()));
    room = Math.min(room, times(placed.freeMemory(node), each.memory()));
    room = Math.min(room, times(placed.freeEphemeralStorage(node), each.ephemeralStorage()));
    for (Map.Entry<String, Long> more : each.extended().entrySet()) {
      room = Math.min(room, times(placed.free(more.getKey(), node), more.getValue()));
    }
    return room;
  }

  private static long times(long free, long each) {
    return each <= 0 ? Long.MAX_VALUE : Math.max(0, free) / each;
  }

  /** The resources that some pods request beyond what every node has. */
  static List<String> extended(Collection<PodShape> shapes) {
    Set<String> extended = new TreeSet<>();
    for (PodShape shape : shapes) {
      extended.addAll(shape.requests().extended().keySet());
    }
    return List.copyOf(extended);
  }

  /** What a pod takes: those resources that every node has, then the named ones. */
  static long[] wanted(Requests requests, List<String> extended) {
    long[] wanted = new long[extended.size() + COMMON];
    wanted[0] = 1;
    wanted[1] = requests.cpu();
    wanted[2] = requests.memory();
    wanted[3] = requests.ephemeralStorage();
    for (int i = 0; i < extended.size(); i++) {
      wanted[i + COMMON] = requests.extended().getOrDefault(extended.get(i), 0L);
    }
    return wanted;
  }

  /** What a node has left, in the order of {@link #wanted}. */
  static long[] left(Assignment placed, int node, List<String> extended) {
    long[] left = new long[extended.size() + COMMON];
    left[0] = Math.max(0, placed.freePods(node));
    left[1] = Math.max(0, placed.freeCpu(node));
    left[2] = Math.max(0, placed.freeMemory(node));
    left[3] = Math.max(0, placed.freeEphemeralStorage(node));
    for (int i = 0; i < extended.size(); i++) {
      left[i + COMMON] = Math.max(0, placed.free(extended.get(i), node));
    }
    return left;
  }
}
