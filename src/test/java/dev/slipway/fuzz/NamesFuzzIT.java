package dev.slipway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.manifest.Names;
import java.util.regex.Pattern;

/** Any text is a name or none, as Kubernetes' own expressions say; what is made fit, is fit. */
class NamesFuzzIT {
  private static final String PART = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern LABEL = Pattern.compile(PART);
  private static final Pattern SUBDOMAIN = Pattern.compile(PART + "(\\." + PART + ")*");
  private static final Pattern VALUE =
      Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

  @FuzzTest(maxDuration = "20s")
  void namesAreJudgedAsKubernetesDoes(byte[] input) {
    String name = new String(input, UTF_8);

    assertThat(Names.label(name).isEmpty())
        .as("a label")
        .isEqualTo(name.length() <= 63 && LABEL.matcher(name).matches());
    assertThat(Names.subdomain(name).isEmpty())
        .as("a subdomain")
        .isEqualTo(name.length() <= 253 && SUBDOMAIN.matcher(name).matches());
    assertThat(Names.labelValue(name).isEmpty())
        .as("a label's value")
        .isEqualTo(name.length() <= 63 && VALUE.matcher(name).matches());
    assertThat(Names.labelValue(Names.toLabelValue(name))).isEmpty();
    if (Names.subdomain(name).isEmpty()) {
      assertThat(Names.label(Names.toLabel(name, 63))).isEmpty();
      assertThat(Names.subdomain(Names.shorten(name, 52))).isEmpty();
    }
  }
}
