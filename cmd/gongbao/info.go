package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongbao/convert/script"
	"gongbao/formats"
	"gongbao/formats/all"
	"gongbao/formats/pdf"
)

// helpTexts holds one file for each language and topic. A line @flags
// or @formats stands for a table of them.
//
//go:embed help
var helpTexts embed.FS

// printHelp is the command help.
func printHelp(_ context.Context, c *console, _ *options, args []string) int {
	if len(args) == 0 {
		return c.printed(c.help(c.out, "gongbao"))
	}
	topics := topics()
	if len(args) > 1 || !slices.Contains(topics, args[0]) {
		return c.misuse("", noSuchTopic.with(strings.Join(args, " "), strings.Join(topics, ", ")))
	}
	return c.printed(c.help(c.out, args[0]))
}

// topics lists what there is help on, by name.
func topics() []string {
	files, err := fs.Glob(helpTexts, "help/en/*.txt")
	if err != nil {
		panic("the pattern is constant: " + err.Error())
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".txt"))
	}
	return names
}

// help prints the help on a topic.
func (c *console) help(w io.Writer, topic string) error {
	content, err := helpTexts.ReadFile("help/" + c.language + "/" + topic + ".txt")
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(content)) {
		switch strings.TrimSpace(line) {
		case "@flags":
			err = columns(w, c.flagLines(topic))
		case "@formats":
			err = columns(w, c.formatLines())
		default:
			_, err = io.WriteString(w, line)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *console) flagLines(command string) [][]string {
	var rows [][]string
	for _, f := range flagsOf(command) {
		short := "   "
		if f.short != "" {
			short = "-" + f.short + ","
		}
		value := f.value.in(c.language)
		rows = append(rows, []string{strings.TrimRight(short+" --"+f.name+" "+value, " "), f.help.in(c.language)})
	}
	return rows
}

// printFormats is the command formats.
func printFormats(_ context.Context, c *console, _ *options, args []string) int {
	if len(args) > 0 {
		return c.misuse("formats", noArguments.with("formats", args[0]))
	}
	return c.printed(columns(c.out, c.formatLines()))
}

func (c *console) formatLines() [][]string {
	yes, no := words{"yes", "是", "是"}.in(c.language), "-"
	rows := [][]string{{
		words{"FORMAT", "格式", "格式"}.in(c.language), words{"READ", "读", "讀"}.in(c.language),
		words{"WRITTEN", "写", "寫"}.in(c.language), words{"EXTENSIONS", "扩展名", "副檔名"}.in(c.language),
	}}
	for _, f := range append(all.Formats(all.Options{}), all.Tables(all.Options{})...) {
		read, written := no, no
		if f.Read != nil || f.Load != nil {
			read = yes
		}
		if f.Write != nil {
			written = yes
		}
		rows = append(rows, []string{f.Name, read, written, strings.Join(f.Exts, " ")})
	}
	return rows
}

// printSchema is the command schema.
func printSchema(_ context.Context, c *console, _ *options, args []string) int {
	if len(args) > 0 {
		return c.misuse("schema", noArguments.with("schema", args[0]))
	}
	_, err := c.out.Write(formats.Schema())
	return c.printed(err)
}

// printVersion is the command version.
func printVersion(_ context.Context, c *console, _ *options, args []string) int {
	if len(args) > 0 {
		return c.misuse("version", noArguments.with("version", args[0]))
	}
	rows := [][]string{{words{"dictionary", "词典", "詞典"}.in(c.language), script.Dictionary}}
	for _, face := range pdf.Faces() {
		rows = append(rows, []string{words{"font", "字体", "字型"}.in(c.language), face})
	}
	_, err := fmt.Fprintf(c.out, "gongbao %s\n", formats.Version)
	if err == nil {
		err = columns(c.out, rows)
	}
	return c.printed(err)
}
