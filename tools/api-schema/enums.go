package main

import (
	"bufio"
	"log"
	"os"
	"regexp"
	"strings"
)

var (
	function = regexp.MustCompile(`^func schema_(?:k8sio_api_|pkg_apis_)([a-z0-9]+)_(v[0-9a-z]+)_([A-Za-z0-9]+)\(`)
	property = regexp.MustCompile(`^\t{5}"([^"]+)": \{$`)
	values   = regexp.MustCompile(`^\t+Enum: +\[\]interface\{\}\{(.*)\},$`)
	value    = regexp.MustCompile(`"([^"]*)"`)
)

// The values of fields that have a closed list of them. The published documents leave them out;
// what they are generated from has them.
func enums(path string) map[string][]string {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	found := map[string][]string{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	definition, field := "", ""
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "func ") {
			definition, field = "", ""
			if match := function.FindStringSubmatch(line); match != nil {
				definition = match[1] + "." + match[2] + "." + match[3]
			}
		} else if match := property.FindStringSubmatch(line); match != nil {
			field = match[1]
		} else if match := values.FindStringSubmatch(line); match != nil && definition != "" {
			for _, each := range value.FindAllStringSubmatch(match[1], -1) {
				if strings.ContainsAny(each[1], "(),\t\n") {
					log.Fatalf("%s: there is no way to write the value %q", path, each[1])
				}
				// An empty string is taken for no value, in every field.
				if each[1] != "" {
					found[definition+"."+field] = append(found[definition+"."+field], each[1])
				}
			}
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	return found
}
