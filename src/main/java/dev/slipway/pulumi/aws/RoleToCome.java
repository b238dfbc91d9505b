package dev.slipway.pulumi.aws;

import dev.slipway.manifest.Deferred;

/** Stands for the ARN of a role that is not registered yet. */
record RoleToCome(String serviceAccount) implements Deferred {
  @Override
  public String label() {
    return "the role of service account '" + serviceAccount + "'";
  }

  @Override
  public boolean secret() {
    return false;
  }
}
