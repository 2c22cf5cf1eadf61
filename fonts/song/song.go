// Package song embeds the serif faces of body text, with Simplified and with Traditional shapes.
package song

import (
	_ "embed"
	"sync"

	"gongbao/fonts"
)

//go:generate go run gongbao/fonts/internal/generate song song.pack

//go:embed song.pack
var packed string

var open = sync.OnceValue(func() []*fonts.Face {
	faces, err := fonts.Open(packed)
	if err != nil {
		panic(err) // the pack is part of the program
	}
	return faces
})

// Hans is the face with the shapes of mainland China. It covers GB 2312, the
// 8,105 standard characters, the common Traditional ones, and every other
// GBK character that Hant lacks.
func Hans() *fonts.Face { return open()[0] }

// Hant is the face with the shapes of Taiwan and Hong Kong. It covers Big5
// and HKSCS.
func Hant() *fonts.Face { return open()[1] }
