module dev.slipway/tools/pod-security-fixtures

go 1.24.0

require k8s.io/pod-security-admission v0.34.2 // indirect
