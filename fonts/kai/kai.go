// Package kai embeds the face that looks written with a brush: lesser headings, meta lines, and Taiwan's official documents.
package kai

import (
	_ "embed"
	"sync"

	"gongbao/fonts"
)

//go:generate go run gongbao/fonts/internal/generate kai kai.pack

//go:embed kai.pack
var packed string

var open = sync.OnceValue(func() *fonts.Face {
	faces, err := fonts.Open(packed)
	if err != nil {
		panic(err) // the pack is part of the program
	}
	return faces[0]
})

// Face is the face. It covers the first levels of GB 2312 and of Big5, in the
// shapes of mainland China where the two differ.
func Face() *fonts.Face { return open() }
