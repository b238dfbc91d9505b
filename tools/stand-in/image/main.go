// Stand-in-image packs stand-ins as container images, as one docker-archive, without Docker.
//
//	stand-in-image -binary stand-in -o images.tar < images.json
//
// images.json is a list of Image. The archive's bytes depend on the input alone.
package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path"
	"runtime"
	"sort"
	"strings"
)

// Image is one image under any number of names.
type Image struct {
	Names []string `json:"names"`
	// User is the image's own: a number, or number:number. Empty is root.
	User string `json:"user"`
	// Commands are paths at which the stand-in is found, too, for manifests that name a command of the application.
	Commands []string `json:"commands"`
	// Script is the stand-in's script.
	Script json.RawMessage `json:"script"`
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("stand-in-image: ")
	binary := flag.String("binary", "", "the stand-in that the images hold")
	out := flag.String("o", "", "the archive to write")
	flag.Parse()
	if *binary == "" || *out == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := pack(*binary, os.Stdin, *out); err != nil {
		log.Fatal(err)
	}
}

func pack(binaryFile string, in io.Reader, out string) error {
	binary, err := os.ReadFile(binaryFile)
	if err != nil {
		return err
	}
	var images []Image
	decoder := json.NewDecoder(in)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&images); err != nil {
		return fmt.Errorf("reading the images: %w", err)
	}
	archive := map[string][]byte{}
	manifest := []map[string]any{}
	// One layer with the program for all images, and a small one for each with its script.
	program, err := layer(map[string][]byte{"stand-in": binary}, nil)
	if err != nil {
		return err
	}
	for _, image := range images {
		entry, err := add(archive, image, program)
		if err != nil {
			return err
		}
		manifest = append(manifest, entry)
	}
	if archive["manifest.json"], err = json.Marshal(manifest); err != nil {
		return err
	}
	text, err := tarOf(nil, archive, nil)
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644)
}

func add(archive map[string][]byte, image Image, program []byte) (map[string]any, error) {
	files := map[string][]byte{}
	if len(image.Script) > 0 {
		files["stand-in.json"] = image.Script
	}
	own, err := layer(files, image.Commands)
	if err != nil {
		return nil, err
	}
	var layers, digests []string
	for _, bytes := range [][]byte{program, own} {
		digest := digestOf(bytes)
		archive[digest+".tar"] = bytes
		layers = append(layers, digest+".tar")
		digests = append(digests, "sha256:"+digest)
	}
	config, err := json.Marshal(map[string]any{
		"architecture": runtime.GOARCH,
		"os":           "linux",
		"config": map[string]any{
			"User":       image.User,
			"Entrypoint": []string{"/stand-in"},
			"Env":        []string{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
			"WorkingDir": "/",
		},
		"rootfs": map[string]any{"type": "layers", "diff_ids": digests},
	})
	if err != nil {
		return nil, err
	}
	name := digestOf(config) + ".json"
	archive[name] = config
	return map[string]any{"Config": name, "RepoTags": image.Names, "Layers": layers}, nil
}

// layer makes a file system with a /tmp, since images that applications come in have one.
func layer(files map[string][]byte, commands []string) ([]byte, error) {
	links := map[string]string{}
	for _, command := range commands {
		links[strings.TrimPrefix(path.Clean(command), "/")] = "/stand-in"
	}
	return tarOf([]string{"tmp/"}, files, links)
}

func tarOf(folders []string, files map[string][]byte, links map[string]string) ([]byte, error) {
	var out bytes.Buffer
	writer := tar.NewWriter(&out)
	for _, name := range folders {
		if err := writer.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeDir, Mode: 0o1777}); err != nil {
			return nil, err
		}
	}
	for _, name := range sorted(files) {
		header := &tar.Header{Name: name, Mode: 0o755, Size: int64(len(files[name]))}
		if err := writer.WriteHeader(header); err != nil {
			return nil, err
		}
		if _, err := writer.Write(files[name]); err != nil {
			return nil, err
		}
	}
	for _, name := range sorted(links) {
		header := &tar.Header{Name: name, Typeflag: tar.TypeSymlink, Linkname: links[name], Mode: 0o777}
		if err := writer.WriteHeader(header); err != nil {
			return nil, err
		}
	}
	err := writer.Close()
	return out.Bytes(), err
}

func sorted[V any](values map[string]V) []string {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
