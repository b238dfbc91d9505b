package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
)

var ending atomic.Bool

// listen opens every port, in the order of the script; the closers end them.
func listen(ports []Port) ([]io.Closer, error) {
	var servers []io.Closer
	for _, port := range ports {
		listener, err := open(port)
		if err != nil {
			return nil, err
		}
		if len(port.HTTP) == 0 {
			go accept(listener)
			servers = append(servers, listener)
			continue
		}
		server := &http.Server{Handler: answers(port.HTTP)}
		go func() { _ = server.Serve(listener) }()
		servers = append(servers, server)
	}
	return servers, nil
}

func open(port Port) (net.Listener, error) {
	address := os.ExpandEnv(port.Address)
	number := address[strings.LastIndex(address, ":")+1:]
	if number == "" {
		return nil, fmt.Errorf("no port in %q (%q)", port.Address, address)
	}
	listener, err := net.Listen("tcp", ":"+number)
	if err != nil {
		return nil, err
	}
	log.Printf("listening on %s", number)
	if port.Certificate == "" {
		return listener, nil
	}
	pair, err := tls.LoadX509KeyPair(os.ExpandEnv(port.Certificate), os.ExpandEnv(port.Key))
	if err != nil {
		return nil, err
	}
	return tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{pair}}), nil
}

// accept takes whatever a client sends until the client hangs up.
func accept(listener net.Listener) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer connection.Close()
			_, _ = io.Copy(io.Discard, connection)
		}()
	}
}

func answers(paths []Path) http.HandlerFunc {
	byPath := map[string]Path{}
	for _, path := range paths {
		byPath[path.Path] = path
	}
	return func(response http.ResponseWriter, request *http.Request) {
		status := statusOf(byPath, request)
		log.Printf("%s %s %d", request.Method, request.URL.Path, status)
		response.WriteHeader(status)
	}
}

func statusOf(paths map[string]Path, request *http.Request) int {
	path, found := paths[request.URL.Path]
	if !found {
		path, found = paths["*"]
	}
	switch {
	case !found:
		return http.StatusNotFound
	case path.Header != "" && request.Header.Get(path.Header) != os.ExpandEnv(path.Value):
		return http.StatusUnauthorized
	case ending.Load() && path.Ending != 0:
		return path.Ending
	case path.Status == 0:
		return http.StatusOK
	default:
		return path.Status
	}
}
