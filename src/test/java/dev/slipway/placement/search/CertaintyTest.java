package dev.slipway.placement.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.ObjectRef;
import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.filter.PodTests;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.pod.Workload;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When it is certain that every pod finds a node, whatever order they come in. */
class CertaintyTest {

  @Test
  void podsThatCannotFillEveryNodeAreCertain() {
    Case five = new Case().node(4, 16).node(4, 16).pods(5, 1, 4);

    assertThat(five.isCertain()).isTrue();
  }

  /** Two of three cores fill two nodes; the third takes the last. */
  @Test
  void largePodsAreCertainWhereThereIsANodeForEach() {
    Case each = new Case().node(4, 16).node(4, 16).node(4, 16).pods(3, 3, 1);

    assertThat(each.isCertain()).isTrue();
  }

  /** One core on each of the two nodes leaves three and three: not four. */
  @Test
  void aPodThatSmallOnesCanShutOutIsNotCertain() {
    Case shutOut = new Case().node(4, 16).node(4, 16).pods(2, 1, 1).pods(1, 4, 1);

    assertThat(shutOut.isCertain()).isFalse();
    assertThat(shutOut.isAlwaysPlaced()).isFalse();
  }

  /** Together they ask for three of four cores and three of four of memory. */
  @Test
  void podsThatAllGoOnTheirOnlyNodeAreCertain() {
    Case together = new Case().node(4, 4).pods(1, 2, 1).pods(1, 1, 2);

    assertThat(together.isCertain()).isTrue();
  }

  @Test
  void othersMatterOnlyOnNodesToWhichTheyGo() {
    Case apart = new Case().node(2, 2).node(2, 2).podsOn(List.of("n0"), 2, 1, 1);

    assertThat(apart.podsOn(List.of("n1"), 2, 1, 1).isCertain()).isTrue();
    assertThat(apart.podsOn(List.of("n1"), 1, 1, 1).isCertain()).isFalse();
  }

  /** Held against every order of the pods and every choice of nodes that there is. */
  @Test
  void whatIsCertainComesAboutInEveryOrder() {
    int certain = 0;
    int uncertain = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Case drawn = Case.drawn(new Random(seed));
      if (drawn.isCertain()) {
        certain++;
        assertThat(drawn.isAlwaysPlaced()).as("seed %s", seed).isTrue();
      } else {
        uncertain++;
      }
    }
    assertThat(certain).isGreaterThan(500);
    assertThat(uncertain).isGreaterThan(500);
  }

  /** A few nodes and the pods that come to them, by cores and bytes. */
  private static final class Case {
    private final List<PlacementNode> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();

    static Case drawn(Random random) {
      Case drawn = new Case();
      int nodes = 1 + random.nextInt(4);
      for (int i = 0; i < nodes; i++) {
        drawn.node(1 + random.nextInt(8), 1 + random.nextInt(8));
      }
      int groups = 1 + random.nextInt(3);
      for (int i = 0; i < groups; i++) {
        List<String> those = new ArrayList<>();
        drawn.nodes.forEach(node -> those.add(node.name()));
        Collections.shuffle(those, random);
        drawn.podsOn(
            those.subList(0, 1 + random.nextInt(nodes)),
            1 + random.nextInt(2),
            random.nextInt(4),
            random.nextInt(4));
      }
      return drawn;
    }

    Case node(int cores, int bytes) {
      Requests capacity = new Requests(cores, bytes, 0, Map.of());
      nodes.add(new PlacementNode("n" + nodes.size(), "group", Map.of(), List.of(), capacity, 3));
      return this;
    }

    Case pods(int count, int cores, int bytes) {
      return podsOn(nodes.stream().map(PlacementNode::name).toList(), count, cores, bytes);
    }

    Case podsOn(List<String> those, int count, int cores, int bytes) {
      PodShape shape = PodShape.keptFree(cores, bytes, List.copyOf(those));
      ObjectRef ref = ObjectRef.of("apps/v1", "Deployment", "shop", "web-" + pods.size());
      Workload workload = new Workload(ref, "shop", count, count, 0, 0);
      for (int i = 0; i < count; i++) {
        pods.add(new Pod(workload, ref.name() + "-" + i, shape, false));
      }
      return this;
    }

    private Assignment empty() {
      return new Assignment(new Nodes(nodes), pods.stream().map(Pod::shape).toList());
    }

    boolean isCertain() {
      Assignment placed = empty();
      return new Certainty(placed, new Filters(placed), pods).isProved();
    }

    boolean isAlwaysPlaced() {
      Assignment placed = empty();
      return isAlwaysPlaced(placed, new Filters(placed), new ArrayList<>(pods));
    }

    private boolean isAlwaysPlaced(Assignment placed, Filters filters, List<Pod> left) {
      for (Pod next : List.copyOf(left)) {
        PodTests tests = filters.of(next.shape());
        List<Pod> others = new ArrayList<>(left);
        others.remove(next);
        boolean taken = false;
        for (int node : tests.candidates()) {
          if (tests.takes(node)) {
            taken = true;
            placed.place(next.shape(), node);
            boolean all = isAlwaysPlaced(placed, filters, others);
            placed.remove(next.shape(), node);
            if (!all) {
              return false;
            }
          }
        }
        if (!taken) {
          return false;
        }
      }
      return true;
    }
  }
}
