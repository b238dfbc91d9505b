package dev.slipway.app;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import java.util.List;

/**
 * What an operator in the cluster will make of a custom resource. It is judged and placed like
 * anything else, and never written: the operator makes it.
 */
public interface Operator {

  /** The kind of custom resource that it acts on. */
  GroupKind watches();

  /** The objects that it will create from one. */
  List<Manifest> creates(Manifest resource, Cluster cluster);
}
