package dev.slipway.render;

import dev.slipway.app.Application;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.target.Declaration;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything that an environment is in a cluster: which manifests are shared, which belong to which
 * application, and what goes beside them.
 *
 * @param shared what belongs to no single application: namespaces and their bounds
 * @param byApplication each application's own manifests
 * @param all both, in apply order
 * @param judged what operators will create from custom resources: checked and placed, never written
 * @param documents files beside the manifests, by name
 * @param declared facts that no manifest can hold
 * @param notices what the model has to say
 * @param strictness tells what strict defaults would add to applications that are rendered as
 *     given; to find it out costs as much as to render them
 */
public record Plan(
    ManifestSet shared,
    Map<Application, ManifestSet> byApplication,
    ManifestSet all,
    List<Manifest> judged,
    List<Document> documents,
    List<Declaration> declared,
    List<Notice> notices,
    Consumer<Sink> strictness) {

  /** A plan of applications that strict defaults would add nothing to. */
  public Plan(
      ManifestSet shared,
      Map<Application, ManifestSet> byApplication,
      ManifestSet all,
      List<Manifest> judged,
      List<Document> documents,
      List<Declaration> declared,
      List<Notice> notices) {
    this(shared, byApplication, all, judged, documents, declared, notices, out -> {});
  }

  public Plan {
    byApplication = java.util.Collections.unmodifiableMap(byApplication);
    judged = List.copyOf(judged);
    documents = List.copyOf(documents);
    declared = List.copyOf(declared);
    notices = List.copyOf(notices);
  }

  /**
   * An application's own manifests.
   *
   * @throws IllegalArgumentException if the plan does not have it
   */
  public ManifestSet of(Application application) {
    ManifestSet own = byApplication.get(application);
    if (own == null) {
      throw new IllegalArgumentException("The plan has no " + application + ".");
    }
    return own;
  }

  /** This plan with other declarations and notices. */
  public Plan with(List<Declaration> otherDeclarations, List<Notice> otherNotices) {
    return new Plan(
        shared, byApplication, all, judged, documents, otherDeclarations, otherNotices, strictness);
  }

  /** This plan, which also declares what strict defaults would add to what is rendered as given. */
  public Plan withLeftOut() {
    Collected more = new Collected();
    strictness.accept(more);
    List<Declaration> declarations = new ArrayList<>(declared);
    declarations.addAll(more.declared());
    List<Notice> told = new ArrayList<>(notices);
    told.addAll(more.notices());
    return with(declarations, told);
  }

  /** Everything that pods may come of: what is written, and what operators will create. */
  public List<Manifest> everything() {
    List<Manifest> everything = new ArrayList<>(all.asList());
    everything.addAll(judged);
    return everything;
  }
}
