package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"gongbao/formats/pdf"
)

// options holds the values of all flags.
type options struct {
	output, to, variant, offsetUnit, encoding, sheetLang string
	dictionary, csvEncoding, template, merge             string
	pdfProfile, pdfTables, pdfText, fontDir              string
	head                                                 pdf.Head
	font                                                 []string
	workers                                              int
	vocabulary, keepPunctuation, explain, signIn         bool
	quiet, help                                          bool
}

// flagRow is one flag: for the parser and for the help.
type flagRow struct {
	name, short string
	value       words  // what stands for the value in the help; none for a switch
	commands    string // that have it; empty for all
	at          func(*options) any
	help        words
}

// flags is every flag in the order of the help.
func flags() []flagRow {
	return slices.Concat(commonFlags(), wordingFlags(), workbookFlags(), paperFlags(), messageFlags())
}

// flagsOf lists the flags that a command has.
func flagsOf(command string) []flagRow {
	return slices.DeleteFunc(flags(), func(f flagRow) bool {
		return f.commands != "" && !slices.Contains(strings.Fields(f.commands), command)
	})
}

// parseFlags parses the arguments of a command. The error is a message.
func parseFlags(command string, args []string) (*options, []string, error) {
	o := &options{}
	set := pflag.NewFlagSet(command, pflag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	for _, f := range flagsOf(command) {
		if f.at == nil {
			continue
		}
		switch value := f.at(o).(type) {
		case *[]string:
			set.StringArrayVarP(value, f.name, f.short, nil, "")
		case *string:
			set.StringVarP(value, f.name, f.short, "", "")
		case *int:
			set.IntVarP(value, f.name, f.short, 0, "")
		case *bool:
			set.BoolVarP(value, f.name, f.short, false, "")
		}
	}
	if err := set.Parse(args); err != nil {
		return nil, nil, flagError(err)
	}
	return o, set.Args(), nil
}

// flagError tells an error of the flag parser in our own words.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag.with(dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &missing):
		return needsValue.with(dashed(missing.GetSpecifiedName(), missing.GetSpecifiedShortnames()))
	case errors.As(err, &invalid):
		return badValue.with("--"+invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &syntax):
		return unknownFlag.with(syntax.GetSpecifiedFlag())
	}
	return err
}

func dashed(name, shorts string) string {
	if shorts != "" {
		return "-" + name
	}
	return "--" + name
}
