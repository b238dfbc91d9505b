package dev.slipway.check;

import dev.slipway.target.Notice.Severity;

/**
 * Something that manifests are held against. A rule looks at one object at a time, and asks {@link
 * Facts} about everything else; where neither manifests nor declarations tell, it is silent.
 */
public interface Rule {

  /** Its name: its class's in kebab case. It never changes, for waivers name it. */
  String id();

  /** How bad it is to break it. */
  Severity severity();

  /** What it is about, for people. Made anew each time, for few runs want it. */
  RuleText text();

  /**
   * Whether it tells of what is missing among the other objects, and so can be asked only where all
   * of them are there.
   */
  default boolean misses() {
    return false;
  }

  /** Reports what is wrong with an object. */
  void inspect(Subject object, Facts facts, Findings out);
}
