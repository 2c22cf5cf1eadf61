package kai_test

import (
	"fmt"

	"gongbao/fonts/kai"
)

func Example() {
	fmt.Println(kai.Face().Missing("会议會議"))
	// Output: []
}
