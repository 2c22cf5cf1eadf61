package song_test

import (
	"fmt"

	"gongbao/fonts/song"
)

func Example() {
	fmt.Println(song.Hans().Name, song.Hant().Name)
	// Output: GongbaoSongSC GongbaoSongTC
}
