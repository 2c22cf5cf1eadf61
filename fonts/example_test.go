package fonts_test

import (
	"fmt"

	"gongbao/fonts/song"
)

func Example() {
	face := song.Hans()
	fmt.Println(face.Advance('会'), face.Has('議'))
	fmt.Printf("%q\n", face.Missing("会议🙂"))
	// Output:
	// 1 true
	// ['🙂']
}
