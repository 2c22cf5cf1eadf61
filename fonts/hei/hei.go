// Package hei embeds the sans-serif faces of headings, with Simplified and with Traditional shapes.
package hei

import (
	_ "embed"
	"sync"

	"gongbao/fonts"
)

//go:generate go run gongbao/fonts/internal/generate hei hei.pack

//go:embed hei.pack
var packed string

var open = sync.OnceValue(func() []*fonts.Face {
	faces, err := fonts.Open(packed)
	if err != nil {
		panic(err) // the pack is part of the program
	}
	return faces
})

// Hans is the face with the shapes of mainland China. It covers the first
// level of GB 2312.
func Hans() *fonts.Face { return open()[0] }

// Hant is the face with the shapes of Taiwan and Hong Kong. It covers the
// first level of Big5.
func Hant() *fonts.Face { return open()[1] }
