package main

// commonFlags are those on inputs, outputs and formats.
func commonFlags() []flagRow {
	return []flagRow{
		{"output", "o", words{"FOLDER", "文件夹", "資料夾"}, "convert script", func(o *options) any { return &o.output }, words{
			"where outputs go, or - (default: beside each input)",
			"输出文件夹，或 -（默认：与输入同处）",
			"輸出資料夾，或 -（預設：與輸入同處）"}},
		{"to", "t", words{"LIST", "列表", "列表"}, "convert", func(o *options) any { return &o.to }, words{
			"formats, with commas (default: json,xlsx,pdf)",
			"格式，以逗号分隔（默认：json,xlsx,pdf）",
			"格式，以逗號分隔（預設：json,xlsx,pdf）"}},
		{"workers", "j", words{"N", "N", "N"}, "convert script", func(o *options) any { return &o.workers }, words{
			"files at once (default: one for each processor)",
			"同时转换的文件数（默认：处理器数）",
			"同時轉換的檔案數（預設：處理器數）"}},
		{"offset-unit", "", words{"UNIT", "单位", "單位"}, "convert", func(o *options) any { return &o.offsetUnit }, words{
			"of places in JSON: codepoint (default), utf16, byte",
			"JSON 中的位置：codepoint（默认）、utf16、byte",
			"JSON 中的位置：codepoint（預設）、utf16、byte"}},
		{"encoding", "", words{"NAME", "名称", "名稱"}, "convert script", func(o *options) any { return &o.encoding }, words{
			"of the text (default: found out by its content)",
			"文本的编码（默认：按内容识别）",
			"文字的編碼（預設：按內容識別）"}},
	}
}

// wordingFlags are those on the script and its words.
func wordingFlags() []flagRow {
	return []flagRow{
		{"variant", "", words{"LIST", "列表", "列表"}, "convert", func(o *options) any { return &o.variant }, words{
			"wordings: keep, cn, tw, hk (default: keep)",
			"用字：keep、cn、tw、hk（默认：keep）",
			"用字：keep、cn、tw、hk（預設：keep）"}},
		{"vocabulary", "", words{}, "convert script", func(o *options) any { return &o.vocabulary }, words{
			"also use the words of the region",
			"同时改用当地词汇",
			"同時改用當地詞彙"}},
		{"keep-punctuation", "", words{}, "convert script", func(o *options) any { return &o.keepPunctuation }, words{
			"leave quotation and half-width marks",
			"保留引号和半角标点",
			"保留引號和半形標點"}},
		{"dictionary", "", words{"FILE", "文件", "檔案"}, "convert script", func(o *options) any { return &o.dictionary }, words{
			"your words, each with a tab and its form",
			"自定义词典：词、制表符、写法",
			"自訂詞典：詞、定位字元、寫法"}},
		{"explain", "", words{}, "script", func(o *options) any { return &o.explain }, words{
			"list the changes and open choices instead",
			"不输出文本，列出改动和存疑之处",
			"不輸出文字，列出改動和存疑之處"}},
	}
}

// workbookFlags are those on workbooks and CSV.
func workbookFlags() []flagRow {
	return []flagRow{
		{"sheet-lang", "", words{"LANG", "语言", "語言"}, "convert", func(o *options) any { return &o.sheetLang }, words{
			"of tables: zh-Hans, zh-Hant, en (default: as the text)",
			"表格：zh-Hans、zh-Hant、en（默认：随原文）",
			"表格：zh-Hans、zh-Hant、en（預設：隨原文）"}},
		{"signin", "", words{}, "convert", func(o *options) any { return &o.signIn }, words{
			"attendees as a form to sign",
			"出席人员改为签到表",
			"出席人員改為簽到表"}},
		{"template", "", words{"FILE", "文件", "檔案"}, "convert", func(o *options) any { return &o.template }, words{
			"workbook of your house to fill in (.xlsx)",
			"套用本单位的工作簿模板（.xlsx）",
			"套用本單位的活頁簿範本（.xlsx）"}},
		{"merge", "", words{"FILE", "文件", "檔案"}, "convert", func(o *options) any { return &o.merge }, words{
			"also one workbook over all inputs (.xlsx)",
			"另把全部输入汇总到一个工作簿（.xlsx）",
			"另把全部輸入彙總到一個活頁簿（.xlsx）"}},
		{"csv-encoding", "", words{"NAME", "名称", "名稱"}, "convert", func(o *options) any { return &o.csvEncoding }, words{
			"utf-8 (default), gb18030, big5",
			"utf-8（默认）、gb18030、big5",
			"utf-8（預設）、gb18030、big5"}},
	}
}

// paperFlags are those on PDF.
func paperFlags() []flagRow {
	return []flagRow{
		{"pdf-profile", "", words{"NAME", "名称", "名稱"}, "convert", func(o *options) any { return &o.pdfProfile }, words{
			"plain (default), gb9704, tw",
			"版式：plain（默认）、gb9704、tw",
			"版式：plain（預設）、gb9704、tw"}},
		{"pdf-tables", "", words{"NAME", "名称", "名稱"}, "convert", func(o *options) any { return &o.pdfTables }, words{
			"all (default), attendees, priorities, none",
			"表格：all（默认）、attendees、priorities、none",
			"表格：all（預設）、attendees、priorities、none"}},
		{"pdf-text", "", words{"yes|no", "yes|no", "yes|no"}, "convert", func(o *options) any { return &o.pdfText }, words{
			"print the text (default: yes)",
			"排印正文（默认：yes）",
			"排印正文（預設：yes）"}},
		{"pdf-organ", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Organ }, words{
			"issuing body in red (gb9704)",
			"发文机关标志（红头，gb9704）",
			"發文機關標誌（紅頭，gb9704）"}},
		{"pdf-number", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Number }, words{
			"number below the issuing body",
			"发文字号",
			"發文字號"}},
		{"pdf-signer", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Signer }, words{
			"who signs, beside the number",
			"签发人",
			"簽發人"}},
		{"pdf-copies", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Copies }, words{
			"who gets copies, at the foot",
			"抄送机关（版记）",
			"抄送機關（版記）"}},
		{"pdf-printer", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Printer }, words{
			"who prints it, at the foot",
			"印发机关（版记）",
			"印發機關（版記）"}},
		{"pdf-printed", "", words{"TEXT", "文字", "文字"}, "convert", func(o *options) any { return &o.head.Printed }, words{
			"date of printing, at the foot",
			"印发日期（版记）",
			"印發日期（版記）"}},
		{"font", "", words{"ROLE=FILE", "角色=文件", "角色=檔案"}, "convert", func(o *options) any { return &o.font }, words{
			"face of song, hei, kai, fangsong, xiaobiaosong",
			"字体：song、hei、kai、fangsong、xiaobiaosong",
			"字型：song、hei、kai、fangsong、xiaobiaosong"}},
		{"font-dir", "", words{"FOLDER", "文件夹", "資料夾"}, "convert", func(o *options) any { return &o.fontDir }, words{
			"folder to look in for the usual font files",
			"从该文件夹查找常用字体文件",
			"從該資料夾尋找常用字型檔"}},
	}
}

// messageFlags are those on what the command says. --lang is taken before the
// command is known, see setLanguage.
func messageFlags() []flagRow {
	return []flagRow{
		{"quiet", "q", words{}, "convert script", func(o *options) any { return &o.quiet }, words{
			"print failures only", "只报告失败", "只報告失敗"}},
		{"lang", "", words{"LANG", "语言", "語言"}, "", nil, words{
			"of messages: zh-Hans, zh-Hant, en (default: locale)",
			"提示：zh-Hans、zh-Hant、en（默认：随系统）",
			"提示：zh-Hans、zh-Hant、en（預設：隨系統）"}},
		{"help", "h", words{}, "", func(o *options) any { return &o.help }, words{
			"print this help", "显示本帮助", "顯示本說明"}},
	}
}
