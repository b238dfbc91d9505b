package dev.slipway.placement.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Whether each of several can have a domain of its own among those that it can be in. */
final class Matching {
  /** Beyond so many only their number is compared with the domains'. */
  private static final int MATCHED = 300;

  private final List<BitSet> wishes;
  private final int[] holder;

  private Matching(List<BitSet> wishes, int domains) {
    this.wishes = wishes;
    this.holder = new int[domains];
    Arrays.fill(holder, -1);
  }

  static boolean isPossible(List<BitSet> wishes) {
    BitSet all = new BitSet();
    wishes.forEach(all::or);
    if (wishes.size() > all.cardinality()) {
      return false;
    }
    if (wishes.size() > MATCHED) {
      return true;
    }
    Matching matching = new Matching(wishes, all.length());
    for (int i = 0; i < wishes.size(); i++) {
      if (!matching.seat(i, new BitSet())) {
        return false;
      }
    }
    return true;
  }

  private boolean seat(int who, BitSet asked) {
    BitSet wish = wishes.get(who);
    for (int domain = wish.nextSetBit(0); domain >= 0; domain = wish.nextSetBit(domain + 1)) {
      if (!asked.get(domain)) {
        asked.set(domain);
        if (holder[domain] < 0 || seat(holder[domain], asked)) {
          holder[domain] = who;
          return true;
        }
      }
    }
    return false;
  }
}
