package dev.slipway.placement.search;

import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;

/**
 * What is lost at the edges: pods cannot be cut, so a node has room for so many of a size and no
 * more, and may never be filled to the last.
 */
final class Sizes {
  /** So many parts a node is divided into at most to see how well it can be filled. */
  private static final long PARTS = 100_000;

  private static final int DISTINCT = 60;

  private final Assignment placed;
  private final List<Group> groups;

  Sizes(Assignment placed, List<Group> groups) {
    this.placed = placed;
    this.groups = groups;
  }

  Optional<String> proof() {
    return of("cpu", placed::freeCpu, group -> group.shape().requests().cpu())
        .or(() -> of("memory", placed::freeMemory, group -> group.shape().requests().memory()))
        .or(
            () ->
                of(
                    "ephemeral-storage",
                    placed::freeEphemeralStorage,
                    group -> group.shape().requests().ephemeralStorage()));
  }

  private Optional<String> of(String resource, IntToLongFunction free, ToLongFunction<Group> size) {
    TreeSet<Long> sizes = new TreeSet<>();
    groups.forEach(group -> sizes.add(size.applyAsLong(group)));
    sizes.remove(0L);
    if (sizes.size() > DISTINCT) {
      return Optional.empty();
    }
    for (long least : sizes) {
      List<Group> large =
          groups.stream().filter(group -> size.applyAsLong(group) >= least).toList();
      int pods = large.stream().mapToInt(Group::size).sum();
      long room = 0;
      BitSet nodes = union(large);
      for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
        room += Math.min(placed.freePods(node), Math.max(0, free.applyAsLong(node)) / least);
      }
      if (pods > room) {
        return Optional.of(
            "%s pods are so large in %s that their nodes have room for %s of them."
                .formatted(pods, resource, room));
      }
    }
    return fillable(resource, free, size, sizes);
  }

  /** What sums of the sizes there are can take of each node, against what is asked. */
  private Optional<String> fillable(
      String resource, IntToLongFunction free, ToLongFunction<Group> size, TreeSet<Long> sizes) {
    long unit = sizes.stream().reduce(0L, Sizes::commonDivisor);
    long wanted = 0;
    for (Group group : groups) {
      for (int i = 0; i < group.size(); i++) {
        wanted = Requests.plus(wanted, size.applyAsLong(group));
      }
    }
    long fillable = 0;
    BitSet nodes = union(groups);
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      long left = Math.max(0, free.applyAsLong(node));
      if (unit == 0 || left / unit > PARTS || nodes.cardinality() > DISTINCT) {
        return Optional.empty();
      }
      fillable = Requests.plus(fillable, unit * most(node, (int) (left / unit), size, unit));
    }
    return wanted > fillable
        ? Optional.of(
            "No choice of pods fills the nodes well enough: they request more %s than that."
                .formatted(resource))
        : Optional.empty();
  }

  /** The largest sum of sizes up to what is left, in units. */
  private long most(int node, int left, ToLongFunction<Group> size, long unit) {
    BitSet sums = new BitSet(left + 1);
    sums.set(0);
    for (Group group : groups) {
      long each = size.applyAsLong(group) / unit;
      if (each == 0 || each > left || !group.nodes().get(node)) {
        continue;
      }
      int step = (int) each;
      // Each pass doubles how many of the group's pods a sum may hold.
      List<Integer> packs = packs(group.size(), left / step);
      for (int pack : packs) {
        BitSet shifted = new BitSet(left + 1);
        int by = pack * step;
        for (int sum = sums.nextSetBit(0);
            sum >= 0 && sum + by <= left;
            sum = sums.nextSetBit(sum + 1)) {
          shifted.set(sum + by);
        }
        sums.or(shifted);
      }
    }
    return sums.length() - 1L;
  }

  private static List<Integer> packs(int pods, int most) {
    List<Integer> packs = new ArrayList<>();
    int left = Math.min(pods, most);
    for (int pack = 1; left > 0; pack *= 2) {
      int taken = Math.min(pack, left);
      packs.add(taken);
      left -= taken;
    }
    return packs;
  }

  private static BitSet union(List<Group> groups) {
    BitSet nodes = new BitSet();
    groups.forEach(group -> nodes.or(group.nodes()));
    return nodes;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
