// Command gongbao converts Chinese official bulletins: text in; JSON, workbook, PDF and script variants out.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	done        = 0   // all is converted
	failed      = 1   // some inputs failed, each named on stderr
	misused     = 2   // the command line is wrong, nothing was done
	interrupted = 130 // Ctrl-C, as shells count it
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	os.Exit(run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command; nothing else touches the process.
func run(ctx context.Context, args []string, env func(string) string, in io.Reader, out, err io.Writer) int {
	c := &console{in: in, out: out, err: err}
	args, problem := c.setLanguage(args, env)
	if problem != nil {
		return c.misuse("", problem)
	}
	if len(args) == 0 {
		_ = c.help(c.err, "gongbao") // nobody is left to tell of a failure
		return misused
	}
	name, args := args[0], args[1:]
	switch name {
	case "-h", "--help":
		name = "help"
	case "-v", "--version":
		name = "version"
	}
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd.start(ctx, c, args)
		}
	}
	return c.misuse("", unknownCommand(name))
}

// console is where the command reads and writes, and how it speaks.
type console struct {
	in       io.Reader
	out, err io.Writer
	language string // en, zh-Hans or zh-Hant
}

// command is one verb.
type command struct {
	name string
	run  func(ctx context.Context, c *console, o *options, args []string) int
}

func commands() []command {
	return []command{
		{"convert", convertFiles},
		{"script", convertScript},
		{"schema", printSchema},
		{"formats", printFormats},
		{"version", printVersion},
		{"help", printHelp},
	}
}

// start parses the flags of a command and runs it.
func (cmd command) start(ctx context.Context, c *console, args []string) int {
	o, args, err := parseFlags(cmd.name, args)
	if err != nil {
		return c.misuse(cmd.name, err)
	}
	if o.help {
		return c.printed(c.help(c.out, cmd.name))
	}
	return cmd.run(ctx, c, o, args)
}
