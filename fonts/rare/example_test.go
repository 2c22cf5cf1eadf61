package rare_test

import (
	"fmt"

	"gongbao/fonts/rare"
)

func Example() {
	for _, face := range rare.Faces() {
		fmt.Println(face.Name, face.Has('𠮷'))
	}
	// Output:
	// GongbaoRareA true
	// GongbaoRareB false
}
