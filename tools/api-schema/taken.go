package main

// Fields that the schema requires and the API server does not: it takes nothing for an empty list, a
// zero or a default. Seen by leaving them out, against a real one.
var taken = map[string]bool{}
