package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Renderable;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of one Kubernetes Secret come from. Consumers ask for what they need by a
 * logical key ({@code password}); the source says under which name and key it will stand in the
 * namespace.
 *
 * <p>Rendering the same source for two consumers gives the same objects, so they stand once.
 */
public interface SecretSource extends Renderable {
  /** The rule by which a source says that nobody will see when its values change. */
  String ROTATION = "secret-rotation";

  /** A Secret that is in the namespace already, or that somebody else puts there. */
  static ExistingSecret.Builder existing(String name) {
    return new ExistingSecret.Builder(name);
  }

  /** A Secret that the External Secrets Operator fills from a secret store. */
  static ExternalSecret.Builder external(String name) {
    return new ExternalSecret.Builder(name);
  }

  /** A Secret that the Secrets Store CSI driver fills while a pod mounts it. */
  static SecretsStoreSecret.Builder secretsStore(String name, SecretsStoreProvider provider) {
    return new SecretsStoreSecret.Builder(name, provider);
  }

  /** A Secret whose values are encrypted for one cluster, to be decrypted there. */
  static SealedSecret.Builder sealed(String name) {
    return new SealedSecret.Builder(name);
  }

  /** A Secret whose values are given here, and so stand in the manifests. */
  static LiteralSecret.Builder literal(String name) {
    return new LiteralSecret.Builder(name);
  }

  /**
   * A certificate and its private key, as an Ingress or a server takes them.
   *
   * @see LiteralSecret#tls
   */
  static LiteralSecret tls(String name, Text certificate, Text privateKey) {
    return LiteralSecret.tls(name, certificate, privateKey);
  }

  /**
   * Users of image registries, as {@code imagePullSecrets} names them.
   *
   * @see LiteralSecret#registryCredentials
   */
  static LiteralSecret registryCredentials(String name, RegistryLogin... logins) {
    return LiteralSecret.registryCredentials(name, logins);
  }

  /** The name of the Kubernetes Secret that the pods will see. */
  String name();

  /** The logical keys that it can give. */
  List<String> keys();

  /**
   * Where the value of a logical key will stand.
   *
   * @throws dev.slipway.manifest.InvalidInputException if this source has no such key
   */
  KeyRef key(String key);

  /**
   * What changes when the values change, so that pods can be rolled by it; empty where nothing in
   * the manifests can know, in which case a rotation does not restart the pods. It is no secret.
   */
  Optional<Text> revision(Target target);

  /** The rights in a cloud that the identity of the pods must have; none for most sources. */
  default List<Grant> grants() {
    return List.of();
  }

  /** What a pod must mount for the Secret to be there at all; empty for most sources. */
  List<Mount> mounts();
}
