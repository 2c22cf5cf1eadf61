// Package samples holds fictional bulletins and what a careful reader finds in each, for tests, demonstrations and first steps.
package samples

import "embed"

// FS holds every sample NAME.txt, a bulletin as bytes in one of the encodings
// that occur in practice, and beside it NAME.gold.json, the annotation made by
// hand; NAME.golden.json and NAME.golden.tsv are the program's own JSON and
// workbook for it, NAME.PROFILE.golden.json its JSON in another wording.
// README.md of this folder lists them with their encodings and says what the
// annotation means. People, places, bodies and companies are invented.
//
//go:embed *.txt *.gold.json *.golden.json *.golden.tsv
var FS embed.FS
