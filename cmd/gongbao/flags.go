package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// options holds the values of all flags.
type options struct {
	output, to, variant, offsetUnit, encoding, sheetLang string
	workers                                              int
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

// flags is every flag in the order of the help. --lang is taken before the
// command is known, see setLanguage.
func flags() []flagRow {
	list := words{"LIST", "列表", "列表"}
	name := words{"NAME", "名称", "名稱"}
	return []flagRow{
		{"output", "o", words{"FOLDER", "文件夹", "資料夾"}, "convert", func(o *options) any { return &o.output }, words{
			"where outputs go, or - (default: beside each input)",
			"输出文件夹，或 -（默认：与输入同处）",
			"輸出資料夾，或 -（預設：與輸入同處）"}},
		{"to", "t", list, "convert", func(o *options) any { return &o.to }, words{
			"formats, with commas (default: json,xlsx,pdf)",
			"格式，以逗号分隔（默认：json,xlsx,pdf）",
			"格式，以逗號分隔（預設：json,xlsx,pdf）"}},
		{"variant", "", list, "convert", func(o *options) any { return &o.variant }, words{
			"wordings: keep, cn, tw, hk (default: keep)",
			"用字：keep、cn、tw、hk（默认：keep）",
			"用字：keep、cn、tw、hk（預設：keep）"}},
		{"workers", "j", words{"N", "N", "N"}, "convert", func(o *options) any { return &o.workers }, words{
			"files at once (default: one for each processor)",
			"同时转换的文件数（默认：处理器数）",
			"同時轉換的檔案數（預設：處理器數）"}},
		{"offset-unit", "", words{"UNIT", "单位", "單位"}, "convert", func(o *options) any { return &o.offsetUnit }, words{
			"of places in JSON: codepoint (default), utf16, byte",
			"JSON 中的位置：codepoint（默认）、utf16、byte",
			"JSON 中的位置：codepoint（預設）、utf16、byte"}},
		{"encoding", "", name, "convert script", func(o *options) any { return &o.encoding }, words{
			"of the text (default: found out by its content)",
			"文本的编码（默认：按内容识别）",
			"文字的編碼（預設：按內容識別）"}},
		{"sheet-lang", "", words{"LANG", "语言", "語言"}, "convert", func(o *options) any { return &o.sheetLang }, words{
			"of sheets: zh-Hans, zh-Hant, en (default: as the text)",
			"工作表：zh-Hans、zh-Hant、en（默认：随原文）",
			"工作表：zh-Hans、zh-Hant、en（預設：隨原文）"}},
		{"quiet", "q", words{}, "convert", func(o *options) any { return &o.quiet }, words{
			"print failures only", "只报告失败", "只報告失敗"}},
		{"lang", "", words{"LANG", "语言", "語言"}, "", nil, words{
			"of messages: zh-Hans, zh-Hant, en (default: locale)",
			"提示：zh-Hans、zh-Hant、en（默认：随系统）",
			"提示：zh-Hans、zh-Hant、en（預設：隨系統）"}},
		{"help", "h", words{}, "", func(o *options) any { return &o.help }, words{
			"print this help", "显示本帮助", "顯示本說明"}},
	}
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
