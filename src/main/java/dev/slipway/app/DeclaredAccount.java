package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Grant;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;

/**
 * A service account that pods use which somebody else starts, and the backing services that those
 * pods use with it.
 */
public record DeclaredAccount(ServiceAccount account, List<Binding> uses) implements Renderable {
  public DeclaredAccount {
    uses = List.copyOf(uses);
  }

  @Override
  public void render(Target target, Sink out) {
    List<Grant> grants = uses.stream().flatMap(use -> use.grants().stream()).toList();
    ServiceAccounts accounts = new ServiceAccounts(target);
    accounts.add(account, grants);
    accounts.render(out);
    uses.forEach(use -> use.render(target, out));
  }
}
