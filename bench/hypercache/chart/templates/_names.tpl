{{- define "hypercache.name" -}}
{{ .Release.Name }}-hypercache
{{- end }}
{{- define "hypercache.selector" -}}
app.kubernetes.io/name: hypercache
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "hypercache.labels" -}}
{{ include "hypercache.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion }}
app.kubernetes.io/component: cache
app.kubernetes.io/managed-by: slipway
{{- end }}
{{- define "hypercache.seeds" -}}
{{- $name := include "hypercache.name" . -}}
{{- $seeds := list -}}
{{- range $i := until (int .Values.replicas) -}}
{{- $pod := printf "%s-%d" $name $i -}}
{{- $seeds = append $seeds (printf "%s@%s.%s-headless.%s.svc.cluster.local:%v" $pod $pod $name $.Release.Namespace $.Values.ports.dist) -}}
{{- end -}}
{{ join "," $seeds }}
{{- end }}
