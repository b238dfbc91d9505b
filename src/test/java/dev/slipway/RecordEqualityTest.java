package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What records write themselves because what is generated would be linked at run time. */
class RecordEqualityTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.slipway");

  @Test
  void equalityThatIsWrittenOutLooksAtEveryComponent() {
    List<String> written = new ArrayList<>();
    List<String> forgotten = new ArrayList<>();
    for (JavaClass record : CLASSES) {
      if (record.isRecord() && isWritten(record)) {
        written.add(record.getName());
        for (JavaField component : record.getFields()) {
          if (!component.getModifiers().contains(JavaModifier.STATIC)
              && !isReadBy(record.getMethod("equals", Object.class), component)) {
            forgotten.add(component.getFullName());
          }
        }
      }
    }

    assertThat(written).contains("dev.slipway.manifest.ObjectRef", "dev.slipway.target.Notice");
    assertThat(forgotten).isEmpty();
  }

  /** What the compiler generates reads no field by itself. */
  private static boolean isWritten(JavaClass record) {
    return record
        .tryGetMethod("equals", Object.class)
        .filter(equals -> !equals.getFieldAccesses().isEmpty())
        .isPresent();
  }

  private static boolean isReadBy(JavaMethod equals, JavaField component) {
    return equals.getFieldAccesses().stream()
        .anyMatch(access -> access.getTarget().getName().equals(component.getName()));
  }
}
