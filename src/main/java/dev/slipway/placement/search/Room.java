package dev.slipway.placement.search;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.Map;

/** How many equal pods a node has room for, by what they request alone. */
final class Room {
  private Room() {}

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
}
