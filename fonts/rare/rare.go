// Package rare embeds the faces of last resort: the characters of names that the others lack.
package rare

import (
	_ "embed"
	"slices"
	"sync"

	"gongbao/fonts"
)

//go:generate go run gongbao/fonts/internal/generate rare rare.pack

//go:embed rare.pack
var packed string

var open = sync.OnceValue(func() []*fonts.Face {
	faces, err := fonts.Open(packed)
	if err != nil {
		panic(err) // the pack is part of the program
	}
	return faces
})

// Faces lists the faces in the order to ask them.
func Faces() []*fonts.Face { return slices.Clone(open()) }
