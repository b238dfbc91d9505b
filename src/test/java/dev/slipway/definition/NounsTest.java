package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounsTest {

  @ParameterizedTest
  @CsvSource({
    "node group, a node group, node groups, NodeGroup",
    "environment, an environment, environments, Environment",
    "AWS account, an AWS account, AWS accounts, AWSAccount",
    "registry, a registry, registries, Registry",
    "key, a key, keys, Key",
    "resources, resources, resources, Resources",
    "ingress, an ingress, ingresses, Ingress",
    "mount of a Secret, a mount of a Secret, mounts of a Secret, MountOfASecret",
    "name of an environment variable, a name of an environment variable,"
        + " names of an environment variable, NameOfAnEnvironmentVariable"
  })
  void nounsAreUsedAsInEnglish(String noun, String one, String many, String joined) {
    assertThat(Nouns.withArticle(noun)).isEqualTo(one);
    assertThat(Nouns.plural(noun)).isEqualTo(many);
    assertThat(Nouns.joined(noun)).isEqualTo(joined);
  }

  @Test
  void whatThingsHave() {
    assertThat(Nouns.has("node group")).isEqualTo("A node group has");
    assertThat(Nouns.has("resources")).isEqualTo("Resources have");
    assertThat(Nouns.thisHas("ingress")).isEqualTo("This ingress has");
    assertThat(Nouns.thisHas("resources")).isEqualTo("These resources have");
  }

  @Test
  void wordsAreListed() {
    assertThat(Nouns.quoted(List.of(), "and")).isEmpty();
    assertThat(Nouns.quoted(List.of("a"), "and")).isEqualTo("'a'");
    assertThat(Nouns.quoted(List.of("a", "b"), "or")).isEqualTo("'a' or 'b'");
    assertThat(Nouns.quoted(List.of("a", "b", "c"), "and")).isEqualTo("'a', 'b' and 'c'");
  }
}
