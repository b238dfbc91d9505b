package dev.slipway.catalog.mllp;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;

/**
 * A secret whose files a process reads anew when they change: no pod is rolled for it, and that
 * none is, is as it should be.
 */
record ReloadedSecret(SecretSource source) implements Binding {
  @Override
  public List<EnvVar> env() {
    return List.of();
  }

  @Override
  public List<Mount> mounts() {
    return source.mounts();
  }

  @Override
  public List<Grant> grants() {
    return List.of();
  }

  @Override
  public List<Egress> egress() {
    return List.of();
  }

  @Override
  public List<Text> revisions(Target target) {
    return List.of();
  }

  @Override
  public void render(Target target, Sink out) {
    source.render(target, new WithoutRotation(out));
  }

  /** Leaves out the notice that nobody restarts the pods. */
  private record WithoutRotation(Sink out) implements Sink {
    @Override
    public void object(Manifest manifest) {
      out.object(manifest);
    }

    @Override
    public void document(Document document) {
      out.document(document);
    }

    @Override
    public void declare(Declaration declaration) {
      out.declare(declaration);
    }

    @Override
    public void notice(Notice notice) {
      if (!notice.rule().equals(SecretSource.ROTATION)) {
        out.notice(notice);
      }
    }
  }
}
