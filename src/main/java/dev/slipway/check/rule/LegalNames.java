package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names, labels and keys are such as Kubernetes takes. */
final class LegalNames implements Rule {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final FieldPath METADATA = FieldPath.of("metadata");

  @Override
  public String id() {
    return "legal-names";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    tell(name(object), METADATA, "name", "Name", object.name(), out);
    if (!object.namespace().isEmpty()) {
      Optional<String> wrong = Names.label(object.namespace());
      tell(wrong, METADATA, "namespace", "Namespace", object.namespace(), out);
    }
    metadata(object.manifest().metadata(), METADATA, out);
    @Nullable Pod pod = object.pod();
    if (pod == null) {
      return;
    }
    if (!pod.metadataPath().equals(METADATA)) {
      metadata(pod.template().metadata(), pod.metadataPath(), out);
    }
    for (Container container : pod.containers()) {
      container(container, out);
    }
  }

  private static Optional<String> name(Subject object) {
    if (object.is(Kinds.NAMESPACE)) {
      return Names.label(object.name());
    }
    if (object.is(Kinds.SERVICE)) {
      return Names.service(object.name());
    }
    if (object.kind().group().equals(RBAC)) {
      return object.name().indexOf('/') >= 0 || object.name().indexOf('%') >= 0
          ? Optional.of("may have neither '/' nor '%'")
          : Optional.empty();
    }
    return Names.subdomain(object.name());
  }

  /** Names are nearly always legal: a place is only made of where one is not. */
  private static void metadata(Mapping metadata, FieldPath path, Findings out) {
    Mapping labels = metadata.mapping("labels");
    for (int i = 0; i < labels.size(); i++) {
      String key = labels.key(i);
      tellOfKey(path, "labels", "Label key", key, out);
      @Nullable String value = labels.value(i) instanceof Text text ? text.value() : null;
      Optional<String> wrong = value == null ? Optional.empty() : Names.labelValue(value);
      if (wrong.isPresent()) {
        out.add(
            path.key("labels").key(key), "The value of label '%s' %s.".formatted(key, wrong.get()));
      }
    }
    Mapping annotations = metadata.mapping("annotations");
    for (int i = 0; i < annotations.size(); i++) {
      tellOfKey(path, "annotations", "Annotation key", annotations.key(i), out);
    }
  }

  private static void tellOfKey(
      FieldPath metadata, String field, String what, String key, Findings out) {
    Optional<String> wrong = Names.labelKey(key);
    if (wrong.isPresent()) {
      tell(wrong, metadata.key(field), key, what, key, out);
    }
  }

  private static void container(Container container, Findings out) {
    Optional<String> refused = Names.label(container.name());
    tell(refused, container.path(), "name", "Container name", container.name(), out);
    Seq ports = container.body().seq("ports");
    for (int i = 0; i < ports.size(); i++) {
      @Nullable String name = ports.get(i) instanceof Mapping port ? port.string("name") : null;
      Optional<String> wrong = name == null ? Optional.empty() : Names.port(name);
      if (name != null && wrong.isPresent()) {
        FieldPath port = container.path().key("ports").index(i);
        tell(wrong, port, "name", "Port name", name, out);
      }
    }
    Seq env = container.body().seq("env");
    for (int i = 0; i < env.size(); i++) {
      @Nullable String name =
          env.get(i) instanceof Mapping variable ? variable.string("name") : null;
      Optional<String> wrong = name == null ? Optional.empty() : Names.envVar(name);
      if (name != null && wrong.isPresent()) {
        FieldPath variable = container.path().key("env").index(i);
        tell(wrong, variable, "name", "Variable name", name, out);
      }
    }
  }

  private static void tell(
      Optional<String> wrong,
      FieldPath above,
      String field,
      String what,
      String name,
      Findings out) {
    if (wrong.isPresent()) {
      out.add(above.key(field), "%s '%s' %s.".formatted(what, name, wrong.get()));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Names, labels and keys are such as Kubernetes takes.")
        .why("The API server refuses the object, often after others of the same set are applied.")
        .remedy("Change it to what is allowed.")
        .failing(
            configMap("Shop_Settings"),
            "metadata.name",
            "Name 'Shop_Settings' may only have lower-case letters, digits, '-' and '.', each part"
                + " beginning and ending with a letter or digit.")
        .passing(configMap("shop-settings"));
  }

  private static String configMap(String name) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %s
    data:
      LOG_LEVEL: info
    """
        .formatted(name);
  }
}
