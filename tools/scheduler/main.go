// Command scheduler drives the real scheduler's own code, in-process: it reads cases as JSON lines and answers, for each
// pod in the order given, the node that the scheduler's default profile takes, or the message with which it refuses.
//
//go:debug randautoseed=0
//go:debug randseednop=0
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"

	v1 "k8s.io/api/core/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/klog/v2"
)

// A Case is one cluster and what is to be placed on it. Objects are as the API server takes them; its defaults are
// applied here.
type Case struct {
	ID         string                      `json:"id"`
	Seed       int64                       `json:"seed"`
	Nodes      []*v1.Node                  `json:"nodes"`
	Namespaces []*v1.Namespace             `json:"namespaces"`
	Volumes    []*v1.PersistentVolume      `json:"volumes"`
	Claims     []*v1.PersistentVolumeClaim `json:"claims"`
	Classes    []*storagev1.StorageClass   `json:"classes"`
	Bound      []*v1.Pod                   `json:"bound"`
	Steps      []Step                      `json:"steps"`
}

// A Step places one pod. Without a node the scheduler chooses one; with a node, only the filters of that node are asked,
// and the pod is put there if they let it. A step that only asks changes nothing.
type Step struct {
	Pod  *v1.Pod `json:"pod"`
	Node string  `json:"node,omitempty"`
	Ask  bool    `json:"ask,omitempty"`
}

// An Answer has one Outcome for each step.
type Answer struct {
	ID       string    `json:"id"`
	Outcomes []Outcome `json:"outcomes"`
	Error    string    `json:"error,omitempty"`
}

// An Outcome is the node taken, or why there is none.
type Outcome struct {
	Node    string `json:"node,omitempty"`
	Message string `json:"message,omitempty"`
}

func main() {
	if err := run(context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "scheduler:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in io.Reader, out io.Writer) error {
	klog.SetOutput(io.Discard)
	klog.LogToStderr(false)
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriter(out)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 1 {
			if err := json.NewEncoder(writer).Encode(answer(ctx, line)); err != nil {
				return err
			}
			if err := writer.Flush(); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func answer(ctx context.Context, line []byte) Answer {
	var c Case
	if err := json.Unmarshal(line, &c); err != nil {
		return Answer{Error: err.Error()}
	}
	// The scheduler draws lots among nodes of the same score: the same lots for the same case.
	rand.Seed(c.Seed)
	outcomes, err := place(ctx, &c)
	if err != nil {
		return Answer{ID: c.ID, Outcomes: outcomes, Error: err.Error()}
	}
	return Answer{ID: c.ID, Outcomes: outcomes}
}
