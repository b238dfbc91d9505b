package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void aProblemIsOneLineOfPlacePartMessageAndRemedy() {
    Problem problem = Problem.of("Port 0 is no port.", "Use 1 to 65535.").in("service 'a'");

    assertThat(problem).hasToString("service 'a': Port 0 is no port. Use 1 to 65535.");
    assertThat(problem.in("workload 'w'").orAt(new Position("a.yaml", 3, 7)))
        .hasToString("a.yaml:3:7: workload 'w' › service 'a': Port 0 is no port. Use 1 to 65535.");
    assertThat(Problem.of("It is so.", "")).hasToString("It is so.");
  }

  @Test
  void theFirstPlaceCounts() {
    Problem problem = Problem.at(new Position("a.yaml", 1, 2), "x.", "");

    assertThat(problem.orAt(new Position("b.yaml", 3, 4))).isEqualTo(problem);
    assertThat(problem.orAt(Optional.empty())).isEqualTo(problem);
  }

  @Test
  void allProblemsAreThrownAtOnceEachOnce() {
    Problems problems = new Problems();
    problems.add("a.", "");
    problems.add("b.", "");
    problems.add("a.", "");

    assertThatThrownBy(() -> problems.throwIfAny("env 'e'"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("env 'e': a.\nenv 'e': b.");
  }

  @Test
  void problemsOfAStepAreCollected() {
    Problems problems = new Problems();

    assertThat(problems.collect(() -> "fine")).isEqualTo("fine");
    assertThat(problems.<String>collect("port", () -> Quantity.of("x").toString())).isNull();
    assertThat(problems.all())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("port: 'x' is no quantity.");
  }

  @Test
  void nothingIsThrownWhereNothingIsWrong() {
    assertThatCode(new Problems()::throwIfAny).doesNotThrowAnyException();
  }
}
