package main

import (
	"fmt"
	"log"
	"strings"
)

// An index of parts that stand behind it, each with one character before it: for each its sign, and
// in so many digits where it begins. The index itself begins at begin.
func index(begin, digits int, signs string, parts []string) string {
	var text strings.Builder
	at := begin + len(parts)*(1+digits)
	for i, part := range parts {
		at++
		offset := fmt.Sprintf("%0*d", digits, at)
		if len(offset) > digits {
			log.Fatalf("%d digits are too few for %q, which begins at %d", digits, part, at)
		}
		text.WriteString(signs[i:i+1] + offset)
		at += len(part)
	}
	return text.String()
}
