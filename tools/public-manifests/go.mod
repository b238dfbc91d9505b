// The manifests that helm, kustomize and kube-score are tested with, on which `slipway check` must not break down.
module dev.slipway/tools/public-manifests

go 1.25.0

require (
	github.com/zegl/kube-score v1.20.0 // indirect
	helm.sh/helm/v3 v3.20.2 // indirect
	sigs.k8s.io/kustomize/api v0.21.1 // indirect
	sigs.k8s.io/kustomize/kyaml v0.21.1 // indirect
)
