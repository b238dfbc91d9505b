package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for Node.js hears of whatever it failed of, and never waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NodeStartTest {
  private static final Map<String, String> NO_NODE = Map.of("JSII_NODE", "/nowhere/node");

  private static NodeStart failing(Map<String, String> env, Runnable load) {
    return NodeStart.begin(start -> start.explained(env, load));
  }

  @Test
  void anErrorOfTheStartIsThrownToWhoWaits() {
    Error error = new NoClassDefFoundError("software/amazon/jsii/JsiiEngine");
    NodeStart start =
        failing(
            System.getenv(),
            () -> {
              throw error;
            });

    assertThatThrownBy(start::await).isSameAs(error);
    assertThatThrownBy(start::problem).isSameAs(error);
  }

  @Test
  void whatNodeIsToBlameForIsExplained() {
    NodeStart start =
        failing(
            NO_NODE,
            () -> {
              throw new IllegalArgumentException("broken pipe");
            });

    assertThatThrownBy(start::await)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no Node.js to run cdk8s on ('/nowhere/node')");
  }

  @Test
  void whatNodeIsNotToBlameForIsThrownAsItIs() {
    RuntimeException exception = new IllegalArgumentException("broken pipe");
    NodeStart start =
        failing(
            System.getenv(),
            () -> {
              throw exception;
            });

    assertThatThrownBy(start::await).isSameAs(exception);
  }

  @Test
  void aSearchForNodeThatFailsIsHeardOfToo() {
    RuntimeException exception = new IllegalArgumentException("no such environment");
    NodeStart start =
        NodeStart.begin(
            unused -> {
              throw exception;
            });

    assertThatThrownBy(start::problem).isSameAs(exception);
    assertThatThrownBy(start::await).isSameAs(exception);
  }
}
