package dev.slipway.placement.state;

import dev.slipway.placement.pod.PodShape;
import java.util.ArrayList;
import java.util.List;

/** Which counts a shape's pods add to, and which decide where they can go. */
public final class Relations {
  final List<PodCount> countedBy = new ArrayList<>();
  final List<SpreadCount> spreadBy = new ArrayList<>();
  final List<PodCount> holds = new ArrayList<>();
  private final List<PodCount> peers = new ArrayList<>();
  private final List<PodCount> foes = new ArrayList<>();
  private final List<PodCount> shunnedBy = new ArrayList<>();
  private final List<SpreadCount> spread = new ArrayList<>();
  private final List<Boolean> spreadsItself = new ArrayList<>();
  private boolean ownPeer;

  Relations() {}

  void addPeers(PodCount count) {
    peers.add(count);
  }

  void addFoes(PodCount count) {
    foes.add(count);
  }

  void addShunnedBy(PodCount count) {
    shunnedBy.add(count);
  }

  void addSpread(SpreadCount count, PodShape shape) {
    spread.add(count);
    spreadsItself.add(count.constraint().selector().matches(shape.labels()));
  }

  void setOwnPeer(boolean itself) {
    ownPeer = itself;
  }

  /** Pods that must be near, for each term of the pod's affinity. */
  public List<PodCount> peers() {
    return peers;
  }

  /** Whether the pod itself is one that must be near. */
  public boolean isOwnPeer() {
    return ownPeer;
  }

  /** Pods that must not be near, for each term of the pod's anti-affinity. */
  public List<PodCount> foes() {
    return foes;
  }

  /** Pods that do not want this one near. */
  public List<PodCount> shunnedBy() {
    return shunnedBy;
  }

  /** The pod's own spread constraints. */
  public List<SpreadCount> spread() {
    return spread;
  }

  /** Whether the pod itself is among those that its spread constraint of a number means. */
  public boolean spreadsItself(int number) {
    return spreadsItself.get(number);
  }

  /** Whether what other pods do elsewhere changes where this one can go. */
  public boolean any() {
    return !(peers.isEmpty() && foes.isEmpty() && shunnedBy.isEmpty() && spread.isEmpty());
  }
}
