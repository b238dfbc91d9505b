package dev.slipway.app;

import dev.slipway.identity.Identity;
import dev.slipway.manifest.Manifest;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.security.Admissions;
import dev.slipway.security.SecurityProfile;
import dev.slipway.security.Subject;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a cluster must be told to let an application's pods in: one policy for all pods of one
 * profile.
 */
final class PodAdmission {
  private final Target target;
  private final Map<SecurityProfile, Subject> subjects = new LinkedHashMap<>();

  PodAdmission(Target target) {
    this.target = target;
  }

  /** Takes note of a workload's pods, if the manifest has them. */
  void add(Workload workload, Manifest manifest) {
    Optional<PodTemplate> pod = PodTemplate.of(manifest);
    if (pod.isEmpty()) {
      return;
    }
    List<SecurityProfile> profiles = profiles(workload);
    Subject subject = Subject.of(workload.name(), profiles, List.of(pod.get()));
    boolean projects =
        workload
            .serviceAccount()
            .flatMap(ServiceAccount::identity)
            .map(Identity::projectsToken)
            .orElse(false);
    if (projects) {
      subject = subject.mounting("projected");
    }
    subjects.merge(profiles.get(0), subject, Subject::and);
  }

  /**
   * Takes note of pods that somebody else starts. A policy is bound to an account, so those with
   * the account of a workload share its policy.
   */
  void add(ExpectedPods expected) {
    TreeSet<String> accounts = new TreeSet<>();
    expected.accounts().forEach(account -> accounts.add(target.naming().of(account)));
    Subject subject =
        new Subject(
            "expected",
            accounts,
            List.of(expected.profile()),
            new TreeSet<>(expected.volumeTypes()),
            expected.mountsTokens());
    Optional<SecurityProfile> sameAccount =
        subjects.entrySet().stream()
            .filter(entry -> !Collections.disjoint(entry.getValue().serviceAccounts(), accounts))
            .map(Map.Entry::getKey)
            .findFirst();
    subjects.merge(sameAccount.orElse(expected.profile()), subject, Subject::and);
  }

  /**
   * Renders what lets the pods in.
   *
   * @param exactly whether a policy shall let in exactly what is declared, where clusters can do
   *     that
   */
  void render(boolean exactly, Sink out) {
    subjects.forEach(
        (profile, subject) -> {
          profile.notices().forEach(out::notice);
          Subject who = subjects.size() == 1 ? named(subject) : subject;
          Admissions.on(target.cluster()).forEach(admission -> admission.render(who, target, out));
        });
    if (exactly) {
      subjects.values().stream().reduce(Subject::and).ifPresent(all -> renderOnRequest(all, out));
    }
  }

  /** What comes on request judges a whole namespace: it is told of all pods at once. */
  private void renderOnRequest(Subject all, Sink out) {
    Admissions.all().stream()
        .filter(admission -> admission.onRequest() && admission.on(target.cluster()))
        .forEach(admission -> admission.render(named(all), target, out));
  }

  /** One policy for the whole application has the application's own name. */
  private Subject named(Subject subject) {
    return new Subject(
        target.naming().instance(),
        subject.serviceAccounts(),
        subject.profiles(),
        subject.volumeTypes(),
        subject.mountsTokens());
  }

  private List<SecurityProfile> profiles(Workload workload) {
    SecurityProfile pod =
        workload
            .security()
            .orElseGet(
                () -> target.strict() ? SecurityProfile.restricted() : SecurityProfile.unset());
    return Stream.concat(
            Stream.of(pod),
            Stream.concat(workload.initContainers().stream(), workload.containers().stream())
                .flatMap(container -> container.security().stream()))
        .distinct()
        .toList();
  }
}
