// Stand-in plays an application's container on a real kubelet: it listens where the application listens, answers its
// probes, proves what it was given, and ends on SIGTERM in the time the application takes.
//
// It reads its script from /stand-in.json (or the file that STAND_IN names) and ignores its arguments, since those are
// the application's. A string in the script may name environment variables as ${NAME}: so a manifest that sets the
// wrong port fails as it would with the application. As an image without a script it is a sandbox's pause process.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Script is what one stand-in does; package image and the Java harness write it.
type Script struct {
	// Env names variables that must be set and not empty.
	Env []string `json:"env"`
	// Files must be readable and not empty: mounted secrets and settings.
	Files []string `json:"files"`
	// Writable are folders in which a file can be made; ReadOnly those in which none can.
	Writable []string `json:"writable"`
	ReadOnly []string `json:"readOnly"`
	// StartUp passes before anything listens.
	StartUp string `json:"startUp"`
	Listen  []Port `json:"listen"`
	// PreShutdown passes after SIGTERM while everything still answers; Shutdown after the ports are closed.
	PreShutdown string `json:"preShutdown"`
	Shutdown    string `json:"shutdown"`
}

// Port is a TCP port; with paths, or a path "*" for all others, it speaks HTTP.
type Port struct {
	// Address is a port, or host:port as applications are told it; the host is not looked at.
	Address string `json:"address"`
	HTTP    []Path `json:"http"`
	// Certificate and Key are PEM files; with them the port speaks HTTPS.
	Certificate string `json:"certificate"`
	Key         string `json:"key"`
}

// Path is answered with Status (200 when unset), or with 401 where Header is required and differs from Value.
type Path struct {
	Path   string `json:"path"`
	Status int    `json:"status"`
	Header string `json:"header"`
	Value  string `json:"value"`
	// Ending is the status after SIGTERM, when it differs.
	Ending int `json:"ending"`
}

func main() {
	log.SetFlags(log.Ltime | log.Lmicroseconds)
	log.SetOutput(os.Stdout)
	script, err := read()
	if err != nil {
		log.Fatal(err)
	}
	if err := run(script); err != nil {
		log.Fatal(err)
	}
}

func read() (*Script, error) {
	file := "/stand-in.json"
	named := os.Getenv("STAND_IN")
	if named != "" {
		file = named
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && named == "" {
		return &Script{}, nil
	}
	if err != nil {
		return nil, err
	}
	script := &Script{}
	if err := json.Unmarshal(text, script); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return script, nil
}

func run(script *Script) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	log.Print(identity())
	if err := prove(script); err != nil {
		return err
	}
	durations, err := parseDurations(script.StartUp, script.PreShutdown, script.Shutdown)
	if err != nil {
		return err
	}
	pause(ctx, durations[0])

	servers, err := listen(script.Listen)
	if err != nil {
		return err
	}
	log.Print("started")
	<-ctx.Done()

	log.Printf("ending: %s before the ports close, %s after", durations[1], durations[2])
	ending.Store(true)
	time.Sleep(durations[1])
	for _, server := range servers {
		_ = server.Close()
	}
	time.Sleep(durations[2])
	log.Print("ended")
	return nil
}

func pause(ctx context.Context, duration time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(duration):
	}
}

func parseDurations(texts ...string) ([]time.Duration, error) {
	durations := make([]time.Duration, len(texts))
	for i, text := range texts {
		expanded := os.ExpandEnv(text)
		if expanded == "" && text == "" {
			continue
		}
		duration, err := time.ParseDuration(expanded)
		if err != nil {
			return nil, fmt.Errorf("%q is no duration: %w", text, err)
		}
		durations[i] = duration
	}
	return durations, nil
}
