package dev.slipway.app;

import dev.slipway.identity.Identity;
import dev.slipway.manifest.Manifest;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.security.Admission;
import dev.slipway.security.Admissions;
import dev.slipway.security.SecurityProfile;
import dev.slipway.security.Subject;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a cluster must be told to let an application's pods in: one policy for all pods of one
 * profile.
 */
final class PodAdmission {
  private final Target target;
  private final List<Pods> everyPod = new ArrayList<>();

  PodAdmission(Target target) {
    this.target = target;
  }

  /** Pods of one profile; who they are is asked only where a cluster wants to be told. */
  private record Pods(
      SecurityProfile profile, boolean startedByOthers, Supplier<Subject> subject) {}

  /** Takes note of a workload's pods, if the manifest has them. */
  void add(Workload workload, Manifest manifest) {
    Optional<PodTemplate> pod = PodTemplate.of(manifest);
    if (pod.isPresent()) {
      everyPod.add(new Pods(podProfile(workload), false, () -> subject(workload, pod.get())));
    }
  }

  void add(ExpectedPods expected) {
    everyPod.add(new Pods(expected.profile(), true, () -> subject(expected)));
  }

  private Subject subject(Workload workload, PodTemplate pod) {
    Subject subject = Subject.of(workload.name(), profiles(workload), List.of(pod));
    Optional<Identity> identity = workload.identity();
    return identity.isPresent() && identity.get().projectsToken()
        ? subject.mounting("projected")
        : subject;
  }

  private Subject subject(ExpectedPods expected) {
    TreeSet<String> accounts = new TreeSet<>();
    expected.accounts().forEach(account -> accounts.add(target.naming().of(account)));
    return new Subject(
        "expected",
        accounts,
        List.of(expected.profile()),
        new TreeSet<>(expected.volumeTypes()),
        expected.mountsTokens(),
        true);
  }

  /**
   * Renders what lets the pods in.
   *
   * @param exactly whether a policy shall let in exactly what is declared, where clusters can do
   *     that
   */
  void render(boolean exactly, Sink out) {
    List<SecurityProfile> noticed = new ArrayList<>();
    for (Pods pods : everyPod) {
      if (!noticed.contains(pods.profile())) {
        noticed.add(pods.profile());
        for (Notice notice : pods.profile().notices()) {
          out.notice(notice);
        }
      }
    }
    List<Admission> admissions = Admissions.on(target.cluster());
    if (admissions.isEmpty() && !exactly) {
      return;
    }
    Map<SecurityProfile, Subject> subjects = subjects();
    for (Subject subject : subjects.values()) {
      Subject who = subjects.size() == 1 ? named(subject) : subject;
      admissions.forEach(admission -> admission.render(who, target, out));
    }
    if (exactly) {
      subjects.values().stream().reduce(Subject::and).ifPresent(all -> renderOnRequest(all, out));
    }
  }

  /**
   * The pods of each profile. A policy is bound to an account, so pods that somebody else starts
   * with the account of a workload share its policy.
   */
  private Map<SecurityProfile, Subject> subjects() {
    Map<SecurityProfile, Subject> subjects = new LinkedHashMap<>();
    for (Pods pods : everyPod) {
      Subject subject = pods.subject().get();
      Optional<SecurityProfile> sameAccount =
          subjects.entrySet().stream()
              .filter(entry -> pods.startedByOthers() && sharesAccount(entry.getValue(), subject))
              .map(Map.Entry::getKey)
              .findFirst();
      subjects.merge(sameAccount.orElse(pods.profile()), subject, Subject::and);
    }
    return subjects;
  }

  private static boolean sharesAccount(Subject one, Subject other) {
    return !Collections.disjoint(one.serviceAccounts(), other.serviceAccounts());
  }

  /** What comes on request judges a whole namespace: it is told of all pods at once. */
  private void renderOnRequest(Subject all, Sink out) {
    List<Admission> able =
        Admissions.all().stream()
            .filter(admission -> admission.onRequest() && admission.on(target.cluster()))
            .toList();
    able.forEach(admission -> admission.render(named(all), target, out));
    if (able.isEmpty()) {
      out.notice(
          Notice.error(
              "exact-security-unavailable",
              "Application '%s' asks for a policy that pins its pods' capabilities, and cluster '%s' is Kubernetes %s."
                  .formatted(
                      target.naming().instance(),
                      target.cluster().name(),
                      target.cluster().version()),
              "ValidatingAdmissionPolicy is there from 1.30 on. Upgrade the cluster, or leave"
                  + " exactSecurity out."));
    }
  }

  /** One policy for the whole application has the application's own name. */
  private Subject named(Subject subject) {
    return subject.named(target.naming().instance());
  }

  private SecurityProfile podProfile(Workload workload) {
    return workload
        .security()
        .orElse(target.strict() ? SecurityProfile.restricted() : SecurityProfile.unset());
  }

  private List<SecurityProfile> profiles(Workload workload) {
    return Stream.concat(
            Stream.of(podProfile(workload)),
            Stream.concat(workload.initContainers().stream(), workload.containers().stream())
                .flatMap(container -> container.security().stream()))
        .distinct()
        .toList();
  }
}
