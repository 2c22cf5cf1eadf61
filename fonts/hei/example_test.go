package hei_test

import (
	"fmt"

	"gongbao/fonts/hei"
)

func Example() {
	fmt.Println(hei.Hans().Missing("会议"), hei.Hant().Missing("會議"))
	// Output: [] []
}
