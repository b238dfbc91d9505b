package dev.slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlWriter;
import java.util.List;

/** Any bytes are YAML or refused, and what was read can be written and read again. */
class YamlFuzzIT {
  @FuzzTest(maxDuration = "20s")
  void whatIsReadIsWrittenAndReadAgain(byte[] input) {
    for (YamlReader reader : List.of(YamlReader.core(), YamlReader.kubernetes(new Problems()))) {
      for (Node node : read(reader, input)) {
        if (node instanceof Mapping) {
          String written = YamlWriter.write(node);
          assertThat(YamlReader.core().read("written", written).toNode()).isEqualTo(node);
        }
      }
    }
  }

  static List<Node> read(YamlReader reader, byte[] input) {
    try {
      return reader.readAll("fuzz.yaml", input).stream().map(YamlNode::toNode).toList();
    } catch (InvalidInputException e) {
      assertThat(e.problems()).isNotEmpty();
      return List.of();
    }
  }
}
