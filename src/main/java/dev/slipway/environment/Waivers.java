package dev.slipway.environment;

import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Suggestions;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds waivers against what a plan has to say. */
final class Waivers {
  private static final String ANY = "*";

  private Waivers() {}

  /** The plan with what is waived declared so; a waiver that waives nothing is itself a notice. */
  static Plan applied(List<Waiver> waivers, Plan plan) {
    if (waivers.isEmpty()) {
      return plan;
    }
    List<Declaration> declared = new ArrayList<>(plan.declared());
    List<Notice> notices = new ArrayList<>(plan.notices());
    for (Waiver waiver : waivers) {
      List<Notice> covered =
          plan.notices().stream().filter(notice -> covers(waiver, notice)).toList();
      covered.forEach(
          notice ->
              declared.add(
                  new Declaration.Waived(
                      waiver.rule(), notice.object().map(ObjectRef::key), waiver.reason())));
      if (covered.isEmpty()) {
        notices.add(unused(waiver, plan.notices()));
      }
    }
    return plan.with(declared, notices);
  }

  private static boolean covers(Waiver waiver, Notice notice) {
    if (!waiver.rule().equals(notice.rule())) {
      return false;
    }
    Optional<ObjectRef> object = notice.object();
    if (waiver.kind().isEmpty()) {
      return object.isEmpty();
    }
    return object
        .filter(ref -> waiver.kind().get().equals(ref.kind()))
        .filter(ref -> waiver.name().equals(ANY) || waiver.name().equals(ref.name()))
        .isPresent();
  }

  private static Notice unused(Waiver waiver, List<Notice> notices) {
    String at = waiver.at().map(position -> " at " + position).orElse("");
    String about =
        waiver.kind().map(kind -> " for " + kind + " '" + waiver.name() + "'").orElse("");
    List<String> rules = notices.stream().map(Notice::rule).distinct().toList();
    String near = rules.contains(waiver.rule()) ? "" : Suggestions.didYouMean(waiver.rule(), rules);
    return Notice.warning(
        "unused-waiver",
        "The waiver%s of '%s'%s waives nothing.".formatted(at, waiver.rule(), about),
        near.isEmpty() ? "Remove it, or name the rule and object that it is for." : near);
  }
}
