package dev.slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.MergePatch;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.manifest.patch.StrategicPatch;
import java.util.ArrayList;
import java.util.List;

/** Any patch is made or refused. */
class PatchFuzzIT {
  /** The first document is patched with the second one, in every way that it can be one. */
  @FuzzTest(maxDuration = "20s")
  void patchesAreAppliedOrRefused(byte[] input) {
    List<Node> documents = YamlFuzzIT.read(YamlReader.core(), input);
    if (documents.size() < 2 || !(documents.get(0) instanceof Mapping object)) {
      return;
    }
    for (Patch patch : patches(documents.get(1))) {
      Mapping patched;
      try {
        patched = patch.apply(object);
      } catch (InvalidInputException e) {
        assertThat(e.problems()).isNotEmpty();
        continue;
      }
      if (patch instanceof MergePatch) {
        assertThat(patch.apply(patched)).as("merged twice").isEqualTo(patched);
      }
    }
  }

  private static List<Patch> patches(Node written) {
    List<Patch> patches = new ArrayList<>();
    if (written instanceof Mapping changes) {
      patches.add(new MergePatch(changes));
      patches.add(new StrategicPatch(changes));
    } else if (written instanceof Seq operations) {
      try {
        patches.add(JsonPatch.parse(operations));
      } catch (InvalidInputException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
    return patches;
  }
}
