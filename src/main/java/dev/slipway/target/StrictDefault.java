package dev.slipway.target;

/** Something that strict defaults add to what is given, and what for. */
public enum StrictDefault {
  SERVICE_ACCOUNT("whoever gives rights to the account 'default' gives them to these pods too"),
  ACCOUNT_TOKEN("a token of the cluster's API that nobody uses is there for whoever breaks in"),
  SERVICE_LINKS("other Services' addresses are no business of its environment"),
  SECURITY("what a process may not do, nobody who takes it over can"),
  SPREAD("pods on one node, or in one zone, are gone with it"),
  REQUESTS("a pod that requests nothing is put anywhere, and is the first to be ended"),
  ROLLOUT("pods keep an old setting or secret until somebody restarts them"),
  BUDGET("a drain may take all of the pods at once"),
  UNHEALTHY_EVICTION("a pod that never became ready must not hold up a drain"),
  NETWORK_POLICY("every pod of the cluster reaches these, and these reach everything"),
  LABELS("tools find and group objects by the standard labels"),
  OTHER("what is not said is left to the cluster");

  private final String why;

  StrictDefault(String why) {
    this.why = why;
  }

  /** What is lost without it; the end of a sentence, where an application knows nothing better. */
  public String why() {
    return why;
  }
}
