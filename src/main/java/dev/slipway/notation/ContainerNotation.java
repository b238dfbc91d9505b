package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Image;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Port;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.security.SecurityProfile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Containers, in a file. */
public final class ContainerNotation {
  // a port, by name
  private static final Field<Integer> PORT =
      Field.required("port", Type.port(), "The port.").example("514");
  private static final Field<String> PROTOCOL =
      Field.required("protocol", ServiceNotation.protocol(), "The port's protocol.").example("UDP");
  private static final Definition<Port> PORT_WITH_PROTOCOL =
      Definition.of("container port", "A port of another protocol than TCP.")
          .fields(PORT, PROTOCOL)
          .building(g -> Port.of(g.get(PORT)).protocol(g.get(PROTOCOL)));

  private static final Field<String> NAME =
      Field.required("name", Type.string().of(Format.DNS_LABEL), "The container's name.")
          .example("web");
  private static final Field<Text> IMAGE =
      Field.required(
              "image",
              Type.openText().as(ContainerNotation::checked),
              "The image to run, with tag or digest.")
          .example("registry.example.com/shop:1.4.2");
  private static final Field<String> PULL_POLICY =
      Field.optional(
              "pullPolicy",
              Type.oneOf(
                  Choice.of("Always", "Always", "at every start"),
                  Choice.of("IfNotPresent", "IfNotPresent", "where the node does not have it"),
                  Choice.of("Never", "Never", "never")),
              "When the node pulls the image.")
          .byDefaultIs("Always for the tag latest, IfNotPresent for others")
          .example("IfNotPresent");
  private static final Field<List<String>> COMMAND =
      Field.optional(
              "command", Type.someOf(Type.string().orEmpty()), "Instead of the image's entrypoint.")
          .example("[/app/server]");
  private static final Field<List<String>> ARGS =
      Field.optional(
              "args", Type.someOf(Type.string().orEmpty()), "Instead of the image's arguments.")
          .example("[--verbose]");
  private static final Field<Map<String, Port>> PORTS =
      Field.optional(
              "ports",
              Type.mapOf(
                  Format.PORT_NAME,
                  Type.port().<Port>as(Port::of).or(Type.object(PORT_WITH_PROTOCOL))),
              "The ports it listens on, by name.")
          .example("{http: 8080}");
  private static final Field<Map<String, Function<String, EnvVar>>> ENV =
      Field.optional("env", environment(), "Environment variables, by name.")
          .example("{LOG_LEVEL: info, DB_URL: {secret: shop-db, key: url}}");
  private static final Field<List<EnvFrom>> ENV_FROM =
      Field.optional(
              "envFrom",
              Type.someOf(envFrom()),
              "Every key of a ConfigMap or Secret as a variable.")
          .example("[{config: shop-config}]");
  private static final Field<List<Mount>> MOUNTS =
      Field.optional(
              "mounts",
              Type.someOf(Type.later(() -> VolumeNotation.type())),
              "What it mounts, and where.")
          .example("[{scratch: 1Gi, path: /tmp}]");
  private static final Field<Probe> STARTUP =
      Field.optional(
              "startup",
              ProbeNotation.type(),
              "Whether it has started; until then no other" + " probe is made.")
          .example("{http: /healthz, port: http, failingAfter: 30}");
  private static final Field<Probe> LIVENESS =
      Field.optional(
              "liveness",
              ProbeNotation.type(),
              "Whether it is alive; it is restarted if it is not.")
          .example("{http: /healthz, port: http}");
  private static final Field<Probe> READINESS =
      Field.optional("readiness", ProbeNotation.type(), "Whether it may be given connections.")
          .example("{http: /ready, port: http}");
  private static final Field<Hook> PRE_STOP =
      Field.optional(
              "preStop",
              Type.later(() -> HookNotation.type()),
              "What is done before it is told to end.")
          .example("{sleep: 5}");
  private static final Field<Resources> RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What it requests and may not exceed.")
          .byDefaultIs("requests of 100m and 128Mi under strict defaults")
          .example("{requests: {cpu: 100m, memory: 128Mi}}");
  private static final Field<SecurityProfile> SECURITY =
      Field.optional(
              "security",
              Type.later(() -> SecurityNotation.type()),
              "What it may do, instead of its workload's.")
          .example("{readOnlyRootFilesystem: false}");
  private static final Field<Boolean> SIDECAR =
      Field.optional(
              "sidecar",
              Type.bool(),
              "Whether an init container runs beside the others (Kubernetes 1.29).")
          .byDefault(false)
          .example("true");

  private static final Definition<Container> DEFINITION =
      Definition.of("container", "A container of a pod.")
          .hint("resources: {requests: {cpu: 100m, memory: 128Mi}}", "requests", "cpu", "memory")
          .hint("resources: {limits: {memory: 256Mi}}", "limits")
          .hint("mounts: [{scratch: 1Gi, path: /tmp}]", "volumes", "volumeMounts", "volume")
          .hint("pullPolicy: IfNotPresent", "imagePullPolicy")
          .hint("preStop: {sleep: 5}", "lifecycle")
          .hint("ports: {http: 8080}", "containerPort")
          .hint("readiness: {http: /ready, port: http}", "probe", "probes")
          .fields(NAME, IMAGE, PULL_POLICY, COMMAND, ARGS, PORTS, ENV, ENV_FROM, MOUNTS)
          .fields(STARTUP, LIVENESS, READINESS, PRE_STOP, RESOURCES, SECURITY, SIDECAR)
          .building(given -> container(given).build(), given -> container(given).unchecked());

  private ContainerNotation() {}

  public static Type<Container> type() {
    return Type.object(DEFINITION);
  }

  /** An image reference, where it is known. */
  private static Text checked(Text reference) {
    String known = reference.isSecret() ? null : reference.value();
    if (known != null) {
      Image.parse(known);
    }
    return reference;
  }

  /** Environment variables by name: what each becomes once it has its name. */
  public static Type<Map<String, Function<String, EnvVar>>> environment() {
    Type<Function<String, EnvVar>> literal =
        Type.openTextOrEmpty().as(text -> name -> EnvVar.of(name, text));
    return Type.mapOf(Format.ENV_NAME, literal.or(Type.later(() -> VariableNotation.elsewhere())));
  }

  /** ConfigMaps and Secrets all of whose keys become variables. */
  public static Type<EnvFrom> envFrom() {
    return Type.later(() -> VariableNotation.whole());
  }

  private static Container.Builder container(Given given) {
    Container.Builder container = Container.builder(given.get(NAME), given.get(IMAGE));
    if (given.has(PULL_POLICY)) {
      container.pullPolicy(given.get(PULL_POLICY));
    }
    if (given.has(COMMAND)) {
      container.command(given.get(COMMAND).toArray(new String[0]));
    }
    if (given.has(ARGS)) {
      container.args(given.get(ARGS).toArray(new String[0]));
    }
    for (Map.Entry<String, Port> named : given.get(PORTS, Map.of()).entrySet()) {
      Port port = named.getValue();
      container.port(new Port(named.getKey(), port.number(), port.protocol()));
    }
    for (Map.Entry<String, Function<String, EnvVar>> env : given.get(ENV, Map.of()).entrySet()) {
      container.env(env.getValue().apply(env.getKey()));
    }
    for (EnvFrom envFrom : given.get(ENV_FROM, List.of())) {
      container.envFrom(envFrom);
    }
    if (given.has(MOUNTS)) {
      container.mount(given.get(MOUNTS));
    }
    if (given.has(STARTUP)) {
      container.startup(given.get(STARTUP));
    }
    if (given.has(LIVENESS)) {
      container.liveness(given.get(LIVENESS));
    }
    if (given.has(READINESS)) {
      container.readiness(given.get(READINESS));
    }
    if (given.has(PRE_STOP)) {
      container.preStop(given.get(PRE_STOP));
    }
    if (given.has(RESOURCES)) {
      container.resources(given.get(RESOURCES));
    }
    if (given.has(SECURITY)) {
      container.security(given.get(SECURITY));
    }
    if (given.get(SIDECAR)) {
      container.sidecar();
    }
    return container;
  }
}
