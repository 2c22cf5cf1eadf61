// Package samples holds fictional bulletins and what a careful reader finds in each, for tests, demonstrations and first steps.
package samples

import "embed"

// FS holds every sample NAME.txt, a bulletin as bytes in one of the encodings
// that occur in practice, and beside it NAME.gold.json, the annotation made by
// hand. The folder golden holds the program's own outputs: NAME.json, the
// workbook as text in NAME.tsv, and NAME.PROFILE.json in another wording.
// README.md of this folder lists the samples with their encodings and says
// what the annotation means. People, places, bodies and companies are invented.
//
//go:embed *.txt *.gold.json golden
var FS embed.FS
