package dev.slipway.skeleton;

import dev.slipway.cdk8s.SkeletonConstruct;
import dev.slipway.manifest.Text;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** The cdk8s app that the real cdk8s CLI runs. */
public final class SkeletonApp {
  private SkeletonApp() {}

  public static void main(String[] args) {
    App app = new App();
    Chart chart = new Chart(app, "web");
    SkeletonConstruct.add(
        chart, Skeleton.render(Text.of("db.internal:5432"), Text.secret("s3cr3t")));
    app.synth();
  }
}
