package dev.slipway.check.rule;

import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Service that something sends requests to from outside.
 *
 * @param port the name or number of its port, if one is given
 * @param path where the Service's name stands
 * @param portPath where the port stands
 */
record Backend(String service, @Nullable Node port, FieldPath path, FieldPath portPath) {
  private static final String GATEWAY = "gateway.networking.k8s.io";
  private static final Set<String> INGRESS_GROUPS = Set.of("networking.k8s.io", "extensions");

  /** By which the AWS controller means an action that an annotation describes. */
  private static final String ANNOTATED = "use-annotation";

  /** Those of an Ingress, or of a route of the Gateway API; none for anything else. */
  static List<Backend> of(Subject object) {
    String kind = object.ref().kind();
    List<Backend> found = new ArrayList<>();
    if (kind.equals("Ingress") && INGRESS_GROUPS.contains(object.kind().group())) {
      ingress(object.spec(), found);
    } else if (object.kind().group().equals(GATEWAY) && kind.endsWith("Route")) {
      route(object, found);
    }
    return found;
  }

  private static void ingress(Mapping spec, List<Backend> found) {
    for (String field : List.of("defaultBackend", "backend")) {
      add(spec.mapping(field), FieldPath.of("spec", field), found);
    }
    Seq rules = spec.seq("rules");
    for (int i = 0; i < rules.size(); i++) {
      Mapping http = rules.get(i) instanceof Mapping rule ? rule.mapping("http") : Mapping.EMPTY;
      Seq paths = http.seq("paths");
      for (int k = 0; k < paths.size(); k++) {
        if (paths.get(k) instanceof Mapping path) {
          FieldPath at = FieldPath.of("spec", "rules").index(i).key("http").key("paths").index(k);
          add(path.mapping("backend"), at.key("backend"), found);
        }
      }
    }
  }

  /** A backend as networking.k8s.io/v1 writes it, or as its betas did. */
  private static void add(Mapping backend, FieldPath path, List<Backend> found) {
    Mapping service = backend.mapping("service");
    Mapping port = service.mapping("port");
    @Nullable String name = service.string("name");
    @Nullable String old = backend.string("serviceName");
    if (name != null && !ANNOTATED.equals(port.string("name"))) {
      String field = port.has("name") ? "name" : "number";
      FieldPath at = path.key("service");
      found.add(new Backend(name, port.get(field), at.key("name"), at.key("port").key(field)));
    } else if (old != null && !ANNOTATED.equals(backend.string("servicePort"))) {
      Node oldPort = backend.get("servicePort");
      found.add(new Backend(old, oldPort, path.key("serviceName"), path.key("servicePort")));
    }
  }

  private static void route(Subject route, List<Backend> found) {
    Seq rules = route.spec().seq("rules");
    for (int i = 0; i < rules.size(); i++) {
      Seq refs = rules.get(i) instanceof Mapping rule ? rule.seq("backendRefs") : Seq.EMPTY;
      for (int k = 0; k < refs.size(); k++) {
        Mapping ref = refs.get(k) instanceof Mapping written ? written : Mapping.EMPTY;
        @Nullable String name = ref.string("name");
        @Nullable String kind = ref.string("kind");
        boolean isService = (kind == null || kind.equals("Service")) && !ref.has("namespace");
        if (name != null && isService) {
          FieldPath at = FieldPath.of("spec", "rules").index(i).key("backendRefs").index(k);
          found.add(new Backend(name, ref.get("port"), at.key("name"), at.key("port")));
        }
      }
    }
  }
}
