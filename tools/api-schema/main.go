// Command api-schema writes what the API of each release of Kubernetes takes, as Slipway reads it.
//
//	api-schema HASH RELEASE=FOLDER ...
//
// HASH is that of all that decides what is written, and stands in its first line.
// FOLDER is the source of k8s.io/kubernetes at that release. Of a release that is followed by
// ",kinds" only the kinds are taken. The form of what comes out is described by
// dev.slipway.check.schema.SchemaText, its reader.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// The part of an OpenAPI 2 document that counts here.
type document struct {
	Definitions map[string]definition
	Paths       map[string]map[string]json.RawMessage
}

type definition struct {
	Type                 string
	Format               string
	Ref                  string `json:"$ref"`
	Items                *definition
	AdditionalProperties *definition
	Properties           map[string]definition
	Required             []string
}

type groupVersionKind struct {
	Group   string
	Version string
	Kind    string
}

func (k groupVersionKind) apiVersion() string {
	if k.Group == "" {
		return k.Version
	}
	return k.Group + "/" + k.Version
}

// What is known of one release.
type release struct {
	minor     int
	kindsOnly bool
	document  document
	enums     map[string][]string // by the name of a definition, a dot, and that of a field
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("api-schema: ")
	var releases []release
	for _, argument := range os.Args[2:] {
		releases = append(releases, read(argument))
	}
	whole := wholeOnly(releases)
	lines := append(kinds(releases), definitions(whole)...)
	sort.Strings(lines)
	out := bufio.NewWriter(os.Stdout)
	made := fmt.Sprintf("# Made by tools/api-schema.sh. Kubernetes 1.%d to 1.%d, from %s.\n", whole[0].minor, whole[len(whole)-1].minor, os.Args[1])
	fmt.Fprint(out, made)
	fmt.Fprintln(out, index(len(made), 6, strings.Repeat(" ", len(lines)), lines))
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func read(argument string) release {
	name, folder, found := strings.Cut(argument, "=")
	if !found {
		log.Fatalf("%q is not RELEASE=FOLDER", argument)
	}
	folder, kindsOnly := strings.CutSuffix(folder, ",kinds")
	parts := strings.Split(name, ".")
	minor, err := strconv.Atoi(parts[1])
	if err != nil {
		log.Fatalf("%q is no release", name)
	}
	r := release{minor: minor, kindsOnly: kindsOnly}
	text, err := os.ReadFile(filepath.Join(folder, "api/openapi-spec/swagger.json"))
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(text, &r.document); err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	if !kindsOnly {
		r.enums = enums(filepath.Join(folder, "pkg/generated/openapi/zz_generated.openapi.go"))
	}
	return r
}

// The kinds of which objects can be made, and the definitions that describe them.
func (r release) kinds() map[groupVersionKind]string {
	found := map[groupVersionKind]string{}
	for path, operations := range r.document.Paths {
		post, creates := operations["post"]
		if !creates || strings.Contains(path, "{name}") {
			continue
		}
		var operation struct {
			Kind       groupVersionKind `json:"x-kubernetes-group-version-kind"`
			Parameters []struct {
				In     string
				Schema definition
			}
		}
		if err := json.Unmarshal(post, &operation); err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		for _, parameter := range operation.Parameters {
			if parameter.In == "body" {
				found[operation.Kind] = nameOf(parameter.Schema.Ref)
			}
		}
	}
	return found
}

var prefixes = []string{
	"io.k8s.api.",
	"io.k8s.apimachinery.pkg.apis.",
	"io.k8s.apiextensions-apiserver.pkg.apis.",
	"io.k8s.kube-aggregator.pkg.apis.",
	"io.k8s.apimachinery.pkg.",
}

func nameOf(ref string) string {
	name := strings.TrimPrefix(ref, "#/definitions/")
	for _, prefix := range prefixes {
		if short, found := strings.CutPrefix(name, prefix); found {
			return short
		}
	}
	return name
}
