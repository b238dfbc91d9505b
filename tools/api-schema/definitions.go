package main

import (
	"log"
	"slices"
	"strings"
)

// What is read by code of its own, whatever its definition says.
var primitives = map[string]string{
	"api.resource.Quantity":                         "q",
	"util.intstr.IntOrString":                       "n",
	"meta.v1.Time":                                  "t",
	"meta.v1.MicroTime":                             "m",
	"meta.v1.FieldsV1":                              "*",
	"runtime.RawExtension":                          "*",
	"apiextensions.v1.JSON":                         "*",
	"apiextensions.v1.JSONSchemaPropsOrArray":       "~apiextensions.v1.JSONSchemaProps",
	"apiextensions.v1.JSONSchemaPropsOrBool":        "?apiextensions.v1.JSONSchemaProps",
	"apiextensions.v1.JSONSchemaPropsOrStringArray": "~apiextensions.v1.JSONSchemaProps",
}

// A line for each definition that some kind needs: its fields, in the alphabet's order, and their index.
func definitions(releases []release) []string {
	fields := map[string]map[string]*history{}
	known := map[string]*history{}
	for _, r := range releases {
		byName := map[string]definition{}
		for name, definition := range r.document.Definitions {
			byName[nameOf(name)] = definition
		}
		todo := []string{}
		for _, name := range r.kinds() {
			todo = append(todo, name)
		}
		for len(todo) > 0 {
			name := todo[0]
			todo = todo[1:]
			if _, done := at(known, name).texts[r.minor]; done {
				continue
			}
			known[name].add(r.minor, "")
			definition, found := byName[name]
			if !found {
				log.Fatalf("1.%d has no definition of %s", r.minor, name)
			}
			if fields[name] == nil {
				fields[name] = map[string]*history{}
			}
			for field, described := range definition.Properties {
				text, needs := typeOf(described, r.enums[name+"."+field])
				if slices.Contains(definition.Required, field) && !taken[name[strings.LastIndex(name, ".")+1:]+"."+field] {
					text = "!" + text
				}
				at(fields[name], field).add(r.minor, text)
				if needs != "" {
					todo = append(todo, needs)
				}
			}
		}
	}
	var lines []string
	for _, name := range sorted(fields) {
		lines = append(lines, line(name, known[name], fields[name], releases))
	}
	return lines
}

func line(name string, known *history, fields map[string]*history, releases []release) string {
	all := known.spans(releases)
	first, last := all[0].first, all[len(all)-1].last
	scope := name[:strings.LastIndex(name, ".")+1]
	var signs strings.Builder
	var parts []string
	for _, field := range sorted(fields) {
		history := fields[field]
		backdateEnum(history, releases)
		for _, span := range history.spans(releases) {
			kind, required := strings.CutPrefix(span.text, "!")
			sign, part := " ", field
			if required {
				sign, part = "!", field+"!"
			}
			signs.WriteString(sign)
			parts = append(parts, part+" "+shortened(kind, scope)+span.within(first, last))
		}
	}
	if len(parts) == 0 {
		return name
	}
	before := name + "\t"
	return before + index(len(before), 4, signs.String(), parts) + "\t" + strings.Join(parts, "\t")
}

// Values are checked longer than the schema tells them: a field whose values it told for the first
// time in some release took no others before.
func backdateEnum(h *history, releases []release) {
	for i := len(releases) - 2; i >= 0; i-- {
		text, there := h.texts[releases[i].minor]
		next, followed := h.texts[releases[i+1].minor]
		if there && followed && !strings.Contains(text, "(") && strings.Contains(next, text+"(") {
			h.texts[releases[i].minor] = next
		}
	}
}

func shortened(kind, scope string) string {
	at := strings.LastIndexAny(kind, "[{~?") + 1
	name, found := strings.CutPrefix(kind[at:], scope)
	if !found || strings.Contains(name, ".") {
		return kind
	}
	return kind[:at] + "." + name
}

// How a field's type is written, and the definition that it needs, if it does.
func typeOf(field definition, enum []string) (string, string) {
	values := ""
	if len(enum) > 0 {
		values = "(" + strings.Join(enum, ",") + ")"
	}
	if field.Ref != "" {
		name := nameOf(field.Ref)
		if primitive, found := primitives[name]; found {
			if len(primitive) > 1 {
				return primitive, primitive[1:]
			}
			return primitive, ""
		}
		return name, name
	}
	switch field.Type + " " + field.Format {
	case "string ":
		return "s" + values, ""
	case "string byte":
		return "x", ""
	case "boolean ":
		return "b", ""
	case "integer int32":
		return "i", ""
	case "integer int64":
		return "l", ""
	case "number double":
		return "d", ""
	case "array ":
		item, needs := typeOf(*field.Items, enum)
		return "[" + item, needs
	case "object ":
		if field.AdditionalProperties == nil {
			return "*", ""
		}
		value, needs := typeOf(*field.AdditionalProperties, enum)
		return "{" + value, needs
	}
	log.Fatalf("there is no way to write the type %s %s", field.Type, field.Format)
	return "", ""
}
