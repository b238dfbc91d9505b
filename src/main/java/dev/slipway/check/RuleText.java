package dev.slipway.check;

/**
 * What a rule says of itself. Everything that shows a rule is made of this, and both examples run
 * as tests.
 *
 * @param summary what the rule asks for, in one sentence
 * @param why what happens to those who break it
 * @param remedy what to do about a finding, where the finding knows nothing better
 * @param cluster the cluster of the examples, and what it demands, as an environment file declares
 *     them; empty where the rule needs none
 * @param failing manifests that break the rule once, and no other; or an environment, where that is
 *     what the rule is about
 * @param path the field at which the rule finds fault with them; empty for the whole object
 * @param message what it says then
 * @param passing manifests, or an environment, that break no rule
 */
public record RuleText(
    String summary,
    String why,
    String remedy,
    String cluster,
    String failing,
    String path,
    String message,
    String passing) {

  /** A text to which the rest is added. */
  public static RuleText of(String summary) {
    return new RuleText(summary, "", "", "", "", "", "", "");
  }

  public RuleText why(String reason) {
    return new RuleText(summary, reason, remedy, cluster, failing, path, message, passing);
  }

  public RuleText remedy(String whatToDo) {
    return new RuleText(summary, why, whatToDo, cluster, failing, path, message, passing);
  }

  /** The cluster of both examples. */
  public RuleText on(String declared) {
    return new RuleText(summary, why, remedy, declared, failing, path, message, passing);
  }

  /**
   * The example that breaks the rule.
   *
   * @param at the field of the one finding
   * @param says its message
   */
  public RuleText failing(String manifests, String at, String says) {
    return new RuleText(summary, why, remedy, cluster, manifests, at, says, passing);
  }

  /** The example that breaks no rule. */
  public RuleText passing(String manifests) {
    return new RuleText(summary, why, remedy, cluster, failing, path, message, manifests);
  }
}
