package main

import (
	"sort"
	"strings"
)

// A line for each kind: the API versions that serve it, each with its definition and the releases in
// which it does, or alone where it ended before those releases; and one for each API group.
func kinds(releases []release) []string {
	whole := wholeOnly(releases)
	first, last := whole[0].minor, whole[len(whole)-1].minor
	served := map[groupVersionKind]*history{}
	groups := map[string]bool{}
	for _, r := range releases {
		for kind, name := range r.kinds() {
			groups[kind.Group] = true
			if history := at(served, kind); !r.kindsOnly {
				history.add(r.minor, name)
			}
		}
	}
	byKind := map[string][]string{}
	for kind, history := range served {
		spans := history.spans(whole)
		for _, span := range spans {
			entry := kind.apiVersion() + "=" + span.text + span.within(first, last)
			byKind[kind.Kind] = append(byKind[kind.Kind], entry)
		}
		if len(spans) == 0 {
			byKind[kind.Kind] = append(byKind[kind.Kind], kind.apiVersion())
		}
	}
	var lines []string
	for kind, entries := range byKind {
		sort.Strings(entries)
		lines = append(lines, ":"+kind+"\t"+strings.Join(entries, "\t"))
	}
	for group := range groups {
		lines = append(lines, "/"+group)
	}
	return lines
}

func wholeOnly(releases []release) []release {
	var whole []release
	for _, r := range releases {
		if !r.kindsOnly {
			whole = append(whole, r)
		}
	}
	return whole
}
