package dev.slipway.placement.pod;

import dev.slipway.cluster.Taint;
import java.util.List;
import java.util.Map;

/** What a pod sees of a node when it asks whether it may stand there at all. */
public interface Place {
  String name();

  Map<String, String> labels();

  List<Taint> taints();
}
