package dev.slipway.app;

import dev.slipway.identity.Grant;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The service accounts of an application's workloads, each once, with the rights that all need. */
final class ServiceAccounts {
  private static final FieldPath IDENTITY = FieldPath.of("identity");

  private final Target target;
  private final Map<String, Entry> byName = new LinkedHashMap<>();

  ServiceAccounts(Target target) {
    this.target = target;
  }

  void add(Workload workload, WorkloadNames names, Problems problems) {
    if (names.serviceAccount().isEmpty()) {
      reportGrants(workload, problems);
      return;
    }
    String name = names.serviceAccount().get();
    ServiceAccount account = workload.serviceAccount().orElse(ServiceAccount.named(name));
    Entry entry = entry(name, account, way(workload), names.labels());
    if (!entry.account.equals(account)) {
      problems.add(
          "The service account '" + name + "' is declared twice, and the two differ.",
          "Give both workloads the same one, or each a name of its own.",
          FieldPath.of("workloads", workload.name(), "serviceAccount"));
    }
    if (entry.users++ > 0) {
      entry.labels = target.naming().labels();
    }
    for (Workload.Use use : workload.uses()) {
      entry.grants.addAll(use.binding().grants());
    }
  }

  /** An account that no workload of the model uses, but somebody else's pods will. */
  void add(ServiceAccount account, List<Grant> grants) {
    String name = WorkloadNames.account(account, target);
    Entry entry = entry(name, account, IDENTITY, target.naming().labels(account.name()));
    entry.users++;
    entry.grants.addAll(grants);
  }

  private Entry entry(String name, ServiceAccount account, FieldPath way, Mapping labels) {
    Entry entry = byName.get(name);
    if (entry == null) {
      entry = new Entry(account, way, labels);
      byName.put(name, entry);
    }
    return entry;
  }

  private void reportGrants(Workload workload, Problems problems) {
    for (Workload.Use use : workload.uses()) {
      if (!use.binding().grants().isEmpty()) {
        problems.add(
            "The workload '" + workload.name() + "' needs rights in a cloud and has no identity.",
            "Give it a service account with an identity.",
            FieldPath.of("workloads", workload.name(), "serviceAccount"));
        return;
      }
    }
  }

  void render(Sink out) {
    for (Map.Entry<String, Entry> named : byName.entrySet()) {
      String name = named.getKey();
      Entry entry = named.getValue();
      if (!entry.account.existing()) {
        renderAccount(name, entry, out);
        renderRules(name, entry, out);
      }
      renderIdentity(name, entry, out);
    }
  }

  private void renderAccount(String name, Entry entry, Sink out) {
    Mapping.Builder annotations = Mapping.builder();
    Mapping.Builder labels = Mapping.builder().putAll(entry.labels);
    Optional<Identity> identity = entry.account.identity();
    if (identity.isPresent()) {
      labels.putAll(Mapping.ofStrings(new TreeMap<>(identity.get().serviceAccountLabels())));
      Map<String, Text> more = new TreeMap<>(identity.get().serviceAccountAnnotations());
      for (Map.Entry<String, Text> annotation : more.entrySet()) {
        annotations.put(annotation.getKey(), annotation.getValue());
      }
    }
    annotations.putAll(Mapping.ofStrings(entry.account.annotations()));
    Mapping fields =
        target.strict()
            ? Mapping.of("automountServiceAccountToken", Scalar.of(entry.account.mountsToken()))
            : Mapping.EMPTY;
    out.object(
        target.object(
            Types.SERVICE_ACCOUNT,
            name,
            labels.build(),
            annotations.build(),
            fields,
            origin(name, entry)));
  }

  private void renderRules(String name, Entry entry, Sink out) {
    List<RbacRule> rules = entry.account.rules();
    if (rules.isEmpty()) {
      return;
    }
    out.object(
        target.object(
            Types.ROLE,
            name,
            entry.labels,
            Mapping.EMPTY,
            Mapping.of("rules", Seq.from(rules, RbacRule::toNode)),
            origin(name, entry)));
    Mapping roleRef =
        Mapping.builder()
            .put("apiGroup", Types.ROLE.group())
            .put("kind", "Role")
            .put("name", name)
            .build();
    Mapping subject =
        Mapping.builder()
            .put("kind", "ServiceAccount")
            .put("name", name)
            .put("namespace", target.namespace())
            .build();
    out.object(
        target.object(
            Types.ROLE_BINDING,
            name,
            entry.labels,
            Mapping.EMPTY,
            Mapping.of("roleRef", roleRef, "subjects", Seq.of(subject)),
            origin(name, entry)));
    if (rules.stream().anyMatch(RbacRule::hasWildcard)) {
      out.notice(
          Notice.warning(
                  "wildcard-role",
                  "The role '" + name + "' grants '*'.",
                  "Name the API groups, resources and verbs that are needed, so that it does not"
                      + " grow with the cluster.")
              .about(new ObjectRef(Types.ROLE, target.namespace(), name)));
    }
  }

  private void renderIdentity(String name, Entry entry, Sink out) {
    if (entry.account.identity().isPresent()) {
      Identity identity = entry.account.identity().get();
      Problems problems = new Problems();
      List<Document> documents =
          problems.collect(
              entry.way, () -> identity.documents(target, name, List.copyOf(entry.grants)));
      problems.throwIfAny();
      if (documents != null) {
        documents.forEach(out::document);
      }
    } else if (!entry.grants.isEmpty()) {
      out.notice(
          Notice.error(
                  "grant-without-identity",
                  "Pods of the service account '"
                      + name
                      + "' use a cloud service, and the account has no identity in the cloud.",
                  "Give the service account an identity, or the service credentials of its own.")
              .about(new ObjectRef(Types.SERVICE_ACCOUNT, target.namespace(), name)));
    }
  }

  /** Where an application has the identity of a workload's account. */
  private static FieldPath way(Workload workload) {
    return FieldPath.of("workloads", workload.name(), "serviceAccount").then(IDENTITY);
  }

  private Origin origin(String name, Entry entry) {
    return Origin.of(
        "service account '" + name + "' of application '" + target.naming().instance() + "'",
        FieldPath.of("applications", target.naming().instance()).then(entry.way));
  }

  private static final class Entry {
    private final ServiceAccount account;
    private final FieldPath way;
    private Mapping labels;
    private int users;
    private final Set<Grant> grants = new LinkedHashSet<>();

    Entry(ServiceAccount account, FieldPath way, Mapping labels) {
      this.account = account;
      this.way = way;
      this.labels = labels;
    }
  }
}
