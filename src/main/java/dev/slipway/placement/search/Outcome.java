package dev.slipway.placement.search;

import dev.slipway.placement.pod.Pod;
import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param dependsOnOrder whether another order of the pods was found that leaves one without a place
 * @param pods in the order in which they are placed
 * @param nodes the number of each pod's node: the witness; empty where there is none
 * @param order the numbers of the pods in the order in which the filters let the witness come about
 * @param attempt the number of each pod's node, or -1, when the scheduler leaves some without a
 *     place; empty where it does not
 * @param unplaced what the scheduler says of pods that it leaves without a place, in its order;
 *     where pods fit only if repacked, of those that it may miss
 * @param proof why nothing places them all; empty but for what is impossible
 */
public record Outcome(
    Verdict verdict,
    boolean dependsOnOrder,
    List<Pod> pods,
    int[] nodes,
    int[] order,
    int[] attempt,
    Map<Pod, String> unplaced,
    String proof) {}
