package dev.slipway.cdk8s;

import dev.slipway.app.Application;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.render.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.plus28.ISecret;
import org.cdk8s.plus28.IServiceAccount;
import org.cdk8s.plus28.Service;
import software.constructs.Construct;

/**
 * An application on a cluster, in any chart: one child for each of its objects, in apply order,
 * called {@code Deployment-platform}, and the same objects that the command writes.
 *
 * <p>A namespace comes with the first application in it, unless the cluster's properties say that
 * it is there already.
 */
public final class ApplicationConstruct extends Construct {
  private final Application application;
  private final ApplicationObjects objects;

  public ApplicationConstruct(
      Construct scope, String id, ClusterConstruct cluster, Application application) {
    this(scope, id, cluster, application, ApplicationProps.NONE);
  }

  /**
   * Adds an application to a chart.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything of it that does not fit the
   *     cluster
   */
  public ApplicationConstruct(
      Construct scope,
      String id,
      ClusterConstruct cluster,
      Application application,
      ApplicationProps props) {
    super(scope, id);
    this.application = application;
    Plan plan = cluster.plan(application, props);
    objects = new ApplicationObjects(this, application, plan.of(application));
    ConstructThread.build(this, () -> add(plan.all(), cluster.shared()));
  }

  private void add(ManifestSet all, SharedObjects shared) {
    ObjectIds ids = new ObjectIds(application.namespace());
    Map<String, Manifest> added = new LinkedHashMap<>();
    for (Manifest manifest : all) {
      boolean own = objects.has(manifest);
      if (own || !shared.has(manifest)) {
        String id = ids.next(manifest.ref());
        added.put(id, manifest);
        if (own) {
          objects.put(manifest, id);
        } else {
          shared.add(manifest, this, id);
        }
      }
    }
    TreeSide.add(this, added);
  }

  public Application application() {
    return application;
  }

  /**
   * The construct of one of the application's objects, to patch it or to depend on it.
   *
   * @throws IllegalArgumentException if the application has none of that kind and name
   */
  public ApiObject object(String kind, String name) {
    return objects.object(kind, name);
  }

  /**
   * The application's service account, where it has one and no more.
   *
   * @throws IllegalArgumentException if it has none or several
   */
  public IServiceAccount serviceAccount() {
    return objects.serviceAccount();
  }

  /**
   * One of the application's service accounts.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public IServiceAccount serviceAccount(String name) {
    return objects.serviceAccount(name);
  }

  /**
   * A Secret that the application brings or uses.
   *
   * @throws IllegalArgumentException if it knows none of that name
   */
  public ISecret secret(String name) {
    return objects.secret(name);
  }

  /**
   * One of the application's Services, such as for the backend of a cdk8s-plus Ingress. It stands
   * for the object that is in the chart already, and adds none.
   *
   * @throws IllegalArgumentException if the application has none of that name
   */
  public Service service(String name) {
    return objects.service(name);
  }

  /** All pods of the application, such as for a cdk8s-plus NetworkPolicy. */
  public ApplicationPods pods() {
    return objects.pods();
  }

  /**
   * The pods of one of the application's workloads.
   *
   * @param workload the name of its object, such as that of a Deployment
   * @throws IllegalArgumentException if the application has none of that name
   */
  public ApplicationPods pods(String workload) {
    return objects.pods(workload);
  }
}
