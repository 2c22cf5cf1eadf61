package layout_test

import (
	"fmt"

	"gongbao/formats/layout"
)

// square says that every character fills an em.
type square struct{}

func (square) Advance(layout.Role, rune) float64        { return 1 }
func (square) Ink(layout.Role, rune) (float64, float64) { return 0, 1 }

func Example() {
	paper := layout.Options{Width: 140, Height: 200, Left: 10, Right: 10, Top: 10, Bottom: 10}
	style := layout.Style{Size: 10, Leading: 16, Indent: 2}
	text := "会议听取了汇报，讨论了下一步工作。"
	for _, page := range layout.Pages([]layout.Block{{Text: text, Style: style}}, square{}, paper) {
		for _, run := range page.Runs {
			fmt.Printf("y %.1f x %.1f ", run.Y, run.Glyphs[0].X)
			for _, g := range run.Glyphs {
				fmt.Print(string(g.Rune))
			}
			fmt.Println()
		}
	}
	// Output:
	// y 21.8 x 30.0 会议听取了汇报，讨论
	// y 37.8 x 10.0 了下一步工作。
}
