package rare

import (
	"testing"

	"gongbao/fonts/song"
)

func TestNames(t *testing.T) {
	for _, r := range "𠮷𬀩𡿨" {
		has := song.Hans().Has(r) || song.Hant().Has(r)
		for _, f := range Faces() {
			has = has || f.Has(r)
		}
		if !has {
			t.Errorf("no face has %c", r)
		}
	}
}
