package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/events"
	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	defaults "k8s.io/kubernetes/pkg/apis/core/v1"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/profile"
)

// The profile's name, which every pod asks for unless it says otherwise.
const profileName = v1.DefaultSchedulerName

type cluster struct {
	scheduler *scheduler.Scheduler
	profile   framework.Framework
	logger    klog.Logger
}

func place(ctx context.Context, c *Case) ([]Outcome, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cluster, err := build(ctx, c)
	if err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, 0, len(c.Steps))
	for i, step := range c.Steps {
		prepare(step.Pod, i)
		outcome, err := cluster.take(ctx, step)
		if err != nil {
			return outcomes, fmt.Errorf("pod %s: %w", step.Pod.Name, err)
		}
		outcomes = append(outcomes, outcome)
	}
	return outcomes, nil
}

// build makes a scheduler that knows the case's nodes and bound pods.
func build(ctx context.Context, c *Case) (*cluster, error) {
	var objects []runtime.Object
	for _, volume := range c.Volumes {
		objects = append(objects, volume)
	}
	for _, claim := range c.Claims {
		finishBinding(claim)
		objects = append(objects, claim)
	}
	for _, class := range c.Classes {
		objects = append(objects, class)
	}
	client := fake.NewClientset(objects...)
	factory := informers.NewSharedInformerFactory(client, 0)
	recorders := profile.NewRecorderFactory(events.NewBroadcaster(&events.EventSinkImpl{Interface: client.EventsV1()}))
	s, err := scheduler.New(ctx, client, factory, nil, recorders)
	if err != nil {
		return nil, err
	}
	if len(objects) > 0 {
		factory.Start(ctx.Done())
		// The library's own wait looks ten times a second only.
		storage := factory.Core().V1()
		for !storage.PersistentVolumes().Informer().HasSynced() || !storage.PersistentVolumeClaims().Informer().HasSynced() {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(2 * time.Millisecond)
		if err := s.WaitForHandlersSync(ctx); err != nil {
			return nil, err
		}
	}
	namespaces := factory.Core().V1().Namespaces().Informer().GetIndexer()
	for _, namespace := range c.Namespaces {
		if err := namespaces.Add(namespace); err != nil {
			return nil, err
		}
	}
	logger := klog.FromContext(ctx)
	for _, node := range c.Nodes {
		s.Cache.AddNode(logger, node)
	}
	for i, pod := range c.Bound {
		prepare(pod, -1-i)
		if err := s.Cache.AddPod(logger, pod); err != nil {
			return nil, err
		}
	}
	return &cluster{s, s.Profiles[profileName], logger}, nil
}

func notSeenYet(err error) bool {
	return err != nil && strings.Contains(err.Error(), "could not find v1.PersistentVolume")
}

// take places the pod of a step, or says why it cannot be.
func (c *cluster) take(ctx context.Context, step Step) (Outcome, error) {
	state := framework.NewCycleState()
	node, message, err := c.choose(ctx, state, step)
	// The volume plugin has caches of its own, which are filled by handlers that nothing waits for.
	for tries := 0; notSeenYet(err) && tries < 5000; tries++ {
		time.Sleep(time.Millisecond)
		state = framework.NewCycleState()
		node, message, err = c.choose(ctx, state, step)
	}
	if err != nil || node == "" || step.Ask {
		return Outcome{Node: node, Message: message}, err
	}
	placed := step.Pod.DeepCopy()
	placed.Spec.NodeName = node
	if err := c.scheduler.Cache.AssumePod(c.logger, placed); err != nil {
		return Outcome{}, err
	}
	if status := c.profile.RunReservePluginsReserve(ctx, state, placed, node); !status.IsSuccess() {
		return Outcome{}, status.AsError()
	}
	return Outcome{Node: node}, nil
}

func (c *cluster) choose(ctx context.Context, state fwk.CycleState, step Step) (string, string, error) {
	result, err := c.scheduler.SchedulePod(ctx, c.profile, state, step.Pod)
	var unfit *framework.FitError
	if errors.As(err, &unfit) {
		return "", unfit.Error(), nil
	}
	if err != nil && errors.Is(err, scheduler.ErrNoNodesAvailable) {
		return "", err.Error(), nil
	}
	if err != nil {
		return "", "", err
	}
	if step.Node == "" {
		return result.SuggestedHost, "", nil
	}
	// The state was filled for this pod just now, so the filters can be asked about the one node.
	node, err := c.profile.SnapshotSharedLister().NodeInfos().Get(step.Node)
	if err != nil {
		return "", "", err
	}
	if status := c.profile.RunFilterPlugins(ctx, state, step.Pod, node); !status.IsSuccess() {
		return "", step.Node + ": " + status.Message(), nil
	}
	return step.Node, "", nil
}

// prepare does what the API server does before the scheduler sees a pod.
func prepare(pod *v1.Pod, number int) {
	pod.UID = types.UID(fmt.Sprintf("pod-%d", number))
	if pod.Namespace == "" {
		pod.Namespace = metav1.NamespaceDefault
	}
	defaults.SetObjectDefaults_Pod(pod)
	if affinity := pod.Spec.Affinity; affinity != nil {
		if a := affinity.PodAffinity; a != nil {
			mergeLabelKeys(pod, a.RequiredDuringSchedulingIgnoredDuringExecution)
		}
		if a := affinity.PodAntiAffinity; a != nil {
			mergeLabelKeys(pod, a.RequiredDuringSchedulingIgnoredDuringExecution)
		}
	}
}

// mergeLabelKeys turns matchLabelKeys and mismatchLabelKeys into requirements of the selector; the server does so when a
// pod is created, and a scheduler sees only the result.
func mergeLabelKeys(pod *v1.Pod, terms []v1.PodAffinityTerm) {
	for i := range terms {
		selector := terms[i].LabelSelector
		if selector == nil {
			continue
		}
		require := func(keys []string, operator metav1.LabelSelectorOperator) {
			for _, key := range keys {
				if value, ok := pod.Labels[key]; ok {
					selector.MatchExpressions = append(selector.MatchExpressions,
						metav1.LabelSelectorRequirement{Key: key, Operator: operator, Values: []string{value}})
				}
			}
		}
		require(terms[i].MatchLabelKeys, metav1.LabelSelectorOpIn)
		require(terms[i].MismatchLabelKeys, metav1.LabelSelectorOpNotIn)
	}
}

// finishBinding does the volume controller's part for a claim that names its volume.
func finishBinding(claim *v1.PersistentVolumeClaim) {
	if claim.Spec.VolumeName == "" {
		return
	}
	if claim.Annotations == nil {
		claim.Annotations = map[string]string{}
	}
	claim.Annotations["pv.kubernetes.io/bind-completed"] = "yes"
	claim.Status.Phase = v1.ClaimBound
}
