package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunningTest {

  private static final List<String> STARTED = new ArrayList<>();

  @Nested
  class OneClass {
    @RegisterExtension
    static final Running<AutoCloseable> SHARED = Running.shared("demo", () -> start("shared"));

    @Test
    void startsTheSharedOneOnce() {
      assertThat(SHARED.get()).isNotNull();
      assertThat(STARTED).containsOnlyOnce("shared");
    }
  }

  @Nested
  class AnotherClass {
    @RegisterExtension
    static final Running<AutoCloseable> SHARED = Running.shared("demo", () -> start("shared"));

    @RegisterExtension
    static final Running<AutoCloseable> OWN = Running.forClass(() -> start("own"));

    @Test
    void startsTheSharedOneOnceAndItsOwn() {
      assertThat(SHARED.get()).isNotNull();
      assertThat(OWN.get()).isNotSameAs(SHARED.get());
      assertThat(STARTED).containsOnlyOnce("shared", "own");
    }
  }

  private static AutoCloseable start(String name) {
    STARTED.add(name);
    return new AutoCloseable() {
      @Override
      public void close() {}
    };
  }
}
