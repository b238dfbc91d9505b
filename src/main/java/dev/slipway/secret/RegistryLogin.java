package dev.slipway.secret;

import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A user of an image registry.
 *
 * @param host the registry's host, with a port where it has one: {@code registry.example:5000}
 */
public record RegistryLogin(Text host, Text username, Text password) {
  /** The kubelet finds the credentials of Docker Hub under this old address only. */
  private static final Text DOCKER_HUB = Text.of("https://index.docker.io/v1/");

  private static final Set<String> DOCKER_HUB_HOSTS =
      Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

  public static RegistryLogin of(String host, String username, Text password) {
    return new RegistryLogin(Text.of(host), Text.of(username), password);
  }

  /**
   * The Docker configuration that logs in to all of the registries, in JSON.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/containers/images/#config-json">config.json</a>
   */
  static Text dockerConfig(List<RegistryLogin> logins) {
    List<Text> json = new ArrayList<>();
    json.add(Text.of("{\"auths\":{"));
    for (int i = 0; i < logins.size(); i++) {
      json.add(Text.of(i > 0 ? "," : ""));
      logins.get(i).append(json);
    }
    json.add(Text.of("}}"));
    return Text.join(json);
  }

  private void append(List<Text> json) {
    Text user = quoted(username);
    Text both = Text.join(username, Text.of(":"), password);
    json.add(quoted(isDockerHub() ? DOCKER_HUB : host));
    json.add(Text.of(":{\"username\":"));
    json.add(user);
    json.add(Text.of(",\"password\":"));
    json.add(quoted(password));
    json.add(Text.of(",\"auth\":"));
    json.add(quoted(both.derive(Derivation.BASE64)));
    json.add(Text.of("}"));
  }

  private boolean isDockerHub() {
    String known = host.value();
    return known != null && DOCKER_HUB_HOSTS.contains(known);
  }

  private static Text quoted(Text text) {
    return text.derive(Derivation.JSON_STRING);
  }

  /** Says where, never as whom or with what. */
  @Override
  public String toString() {
    return "RegistryLogin[" + host + "]";
  }
}
