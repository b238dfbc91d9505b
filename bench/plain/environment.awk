# Writes an environment file that spells out as many plain applications as asked for:
# awk -v applications=30 -f environment.awk
BEGIN {
  print "environment: bench"
  print "cluster:"
  print "  name: bench"
  print "  cloud: none"
  print "  distribution: kubernetes"
  print "  kubernetes: \"1.34\""
  print "  nodeGroups: []"
  print "namespaces:"
  print "  - name: apps"
  print "    existing: true"
  print "applications:"
  for (i = 0; i < applications; i++) {
    print "  - name: app-" i
    print "    namespace: apps"
    print "    defaults: as-given"
    print "    workloads:"
    print "      - name: app-" i
    print "        replicas: 2"
    print "        containers:"
    print "          - name: app"
    print "            image: registry.example.com/app-" i ":1.0"
    print "            ports: {http: 8080}"
    print "            env: {LOG_LEVEL: info}"
    print "            liveness: {http: /healthz, port: http}"
    print "            readiness: {http: /ready, port: http}"
    print "            resources:"
    print "              requests: {cpu: 100m, memory: 128Mi}"
    print "              limits: {cpu: 500m, memory: 256Mi}"
    print "        services:"
    print "          - type: ClusterIP"
    print "            ports: [{name: http, port: 80}]"
  }
}
