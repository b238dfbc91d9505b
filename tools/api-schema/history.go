package main

import (
	"fmt"
	"sort"
)

// What something was in each release, by minor version.
type history struct {
	texts map[int]string
}

// Releases one after the other in which something was the same.
type span struct {
	first, last int
	text        string
}

func at[K comparable](histories map[K]*history, key K) *history {
	if histories[key] == nil {
		histories[key] = &history{texts: map[int]string{}}
	}
	return histories[key]
}

func (h *history) add(minor int, text string) {
	h.texts[minor] = text
}

// The spans, oldest first, where the releases are those that were looked at, in their order.
func (h *history) spans(releases []release) []span {
	var spans []span
	open := false
	for _, r := range releases {
		text, there := h.texts[r.minor]
		last := len(spans) - 1
		switch {
		case !there:
			open = false
		case open && spans[last].text == text:
			spans[last].last = r.minor
		default:
			spans = append(spans, span{r.minor, r.minor, text})
			open = true
		}
	}
	return spans
}

// The bounds of a span as they are written: those that the whole has, too, are left out.
func (s span) within(first, last int) string {
	if s.first <= first && s.last >= last {
		return ""
	}
	from, to := "", ""
	if s.first > first {
		from = fmt.Sprint(s.first)
	}
	if s.last < last {
		to = fmt.Sprint(s.last)
	}
	if from == to {
		return "@" + from
	}
	return "@" + from + "-" + to
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
