# Writes an environment file that spells out as many plain applications as asked for:
# awk -v applications=30 -f environment.awk
BEGIN {
  print "environment: bench"
  print "cluster: {name: bench, cloud: none, distribution: kubernetes, kubernetes: \"1.34\", nodeGroups: []}"
  print "namespaces: [{name: apps, existing: true}]"
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
    print "            resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: 500m, memory: 256Mi}}"
    print "        services: [{ports: [{name: http, port: 80}]}]"
  }
}
